"""From a reference and an intent to ranked products: index, filters, composing, ranking."""
