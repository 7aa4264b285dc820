"""What happened: type, roles, dates and mood of the events of our own passages."""
