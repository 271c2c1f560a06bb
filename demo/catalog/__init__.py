"""The goods: the table, its checks, the readers of its formats, and the pictures."""
