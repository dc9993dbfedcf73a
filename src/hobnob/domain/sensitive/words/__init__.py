"""The words that tell of something sensitive, language by language."""
