"""The eval of speakers."""
