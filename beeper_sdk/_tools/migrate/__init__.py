"""Rewrites Python code to the current API of this SDK: from its v0 client, raw v0 routes, and the official SDK.

`cli` is the command; `engine.migrate` rewrites the source of one file. It needs LibCST (extra ``migrate``).
"""
