"""How many of what: assets and quantities of our own passages."""
