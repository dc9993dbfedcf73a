"""The one door to the outside: addresses checked at connect, limits, and no secrets in logs."""
