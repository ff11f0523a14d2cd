"""The WebSocket ``/v1/ws``: its handshake, the commands of clients, and the events of the world.

What it does where nothing is known of real apps is in the docstring of `WebSockets`.
"""
