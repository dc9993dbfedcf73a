"""X by its API, version 2, with an app of one's own: https://docs.x.com/x-api/introduction."""
