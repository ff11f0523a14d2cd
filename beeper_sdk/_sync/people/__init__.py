# @generated from beeper_sdk/_async; do not edit

"""Requests for participants, names, and the current user."""
