# @generated

"""Requests for participants, names, and the current user."""
