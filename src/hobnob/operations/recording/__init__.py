"""What recording consists of: accounts, profiles, posts and lines of the log."""
