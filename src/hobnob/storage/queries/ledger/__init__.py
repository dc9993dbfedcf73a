"""What went both ways with people, and the thanks that are due."""
