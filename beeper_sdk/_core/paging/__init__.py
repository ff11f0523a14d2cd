"""Pagination: which page is requested next, when a list ends, and how an iteration is resumed."""
