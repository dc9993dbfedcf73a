"""What people show that they care about: their own things, and ours."""
