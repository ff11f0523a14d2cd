"""Follows what is new: where a position is kept."""
