"""Requests that code sends itself, with requests or httpx, to routes of v0."""
