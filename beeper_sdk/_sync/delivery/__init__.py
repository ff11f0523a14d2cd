# @generated

"""Determines the outcome of sends by reading the chat history."""
