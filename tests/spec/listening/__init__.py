"""What is heard in posts, and what only sounds like it."""
