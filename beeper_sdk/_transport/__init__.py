"""Connections and sockets: the only wing that imports httpx."""
