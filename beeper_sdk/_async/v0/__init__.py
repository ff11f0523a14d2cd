"""The clients for code written for v0."""
