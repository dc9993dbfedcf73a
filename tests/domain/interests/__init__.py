"""What people show that they care about."""
