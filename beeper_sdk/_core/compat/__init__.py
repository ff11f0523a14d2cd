"""Support for older apps: the requests that they understand, and the conversion of their responses."""
