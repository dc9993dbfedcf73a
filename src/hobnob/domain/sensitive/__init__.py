"""What is never kept about anybody, whatever they post and whoever types it."""
