"""Garments on figures: drawn again from their shapes at the figure's pose. Knows no network, no photo."""
