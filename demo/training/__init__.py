"""Training: one file a network, data in, weights out. The shop itself never imports this room."""
