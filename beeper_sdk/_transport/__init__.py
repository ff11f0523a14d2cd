"""Connections and sockets. Only this package imports httpx."""
