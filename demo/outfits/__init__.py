"""Completing a look: the styling rules, the table of looks and the flat-lay board."""
