"""Checks the docstrings of the public API: ``python -m scripts.dev.docstrings``.

The sources are read with griffe and not imported. `public` lists what is public, `rules` checks one object, and `names`
says which names in docstrings exist.
"""
