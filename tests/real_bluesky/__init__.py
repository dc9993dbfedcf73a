"""The servers that Bluesky runs on, started on this machine, and hobnob driven against them."""
