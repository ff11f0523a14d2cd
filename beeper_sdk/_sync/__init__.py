# @generated

"""The code that does I/O. It is written once; scripts/regenerate.py compiles `_sync` from it."""
