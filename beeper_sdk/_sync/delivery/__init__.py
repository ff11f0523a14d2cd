# @generated from beeper_sdk/_async; do not edit

"""Determines the outcome of sends by reading the chat history."""
