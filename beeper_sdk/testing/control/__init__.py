"""Control of a fake server over HTTP, below ``/_fake/``, for programs in any language; and pages to look at.

The requests follow from the signatures and docstrings of `FakeBeeper` and of what it gives: ``table`` says which.
"""
