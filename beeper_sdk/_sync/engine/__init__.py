# @generated

"""Sends calls: guards, attempts, tokens, pages, streams."""
