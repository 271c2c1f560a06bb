"""The people who wear the catalogue: sculpted as distance fields, posed, lit and drawn as figures."""
