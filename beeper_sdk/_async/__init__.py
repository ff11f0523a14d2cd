"""The code that does I/O, written once. `_sync` is compiled from it by scripts/regenerate.py."""
