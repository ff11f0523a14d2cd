"""Participants and names, by as many requests as they take."""
