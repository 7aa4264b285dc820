"""Toponyms and where they are: ours and, by the same measure, peers'."""
