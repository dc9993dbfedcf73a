"""Beginnings of kind words, a module a language; a person makes them their own."""
