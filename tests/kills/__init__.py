"""Kills workers at random while they read and send, and counts what that lost, doubled or leaked.

Source of the method: the crash tests of SQLite, https://www.sqlite.org/testing.html#crash_testing.
"""
