"""What came of it: counted from both logs, compared where one can compare, told in words."""
