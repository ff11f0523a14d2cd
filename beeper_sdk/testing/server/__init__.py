"""The HTTP server: its thread, its application, what every request passes."""
