# @generated from beeper_sdk/_async; do not edit

"""Sends calls: guards, attempts, tokens, pages, streams."""
