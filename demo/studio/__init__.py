"""Draws the embedded catalogue: canvas and light, fabrics, garments, and the range itself."""
