"""Try-on: a figure or a person in a photo, dressed in the shop's products. Knows no page."""
