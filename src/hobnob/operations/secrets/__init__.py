"""What signs us in, and files that only their owner reads."""
