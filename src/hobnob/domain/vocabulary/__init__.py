"""The words that give away what somebody is doing when they post, language by language."""
