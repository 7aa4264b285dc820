"""Nouns out: one output form a file."""
