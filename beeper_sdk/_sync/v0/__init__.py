# @generated

"""The clients for code that was written for v0."""
