"""Files people already have: one module per format, each yielding values or Problems."""
