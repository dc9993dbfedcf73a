"""What people care about, and our topics."""
