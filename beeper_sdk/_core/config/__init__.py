"""A client's settings and credentials, checked."""
