"""The transports, written once: `scripts/regenerate.py` compiles this folder to `_sync` beside it."""
