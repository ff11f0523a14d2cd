"""The parts of the direct transport: its sockets, connections and pools. `_async/direct.py` puts them together."""
