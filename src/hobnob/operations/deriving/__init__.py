"""What is derived from the two logs, made anew for some people or for everybody."""
