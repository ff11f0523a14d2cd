# @generated from beeper_sdk/_async; do not edit

"""The clients for code that was written for v0."""
