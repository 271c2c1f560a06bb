"""Completing a look from one item. Its networks and rules arrive with their own issue."""
