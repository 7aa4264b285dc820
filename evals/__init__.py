"""Figures against floors: one folder a task."""
