"""The way from every released state of the tables to the present one; forward only."""
