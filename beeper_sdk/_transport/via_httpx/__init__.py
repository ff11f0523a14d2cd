"""The parts of the transport through httpx: requests, connections, failures. `_async/via_httpx.py` uses them."""
