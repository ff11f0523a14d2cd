"""Conversion of payloads between v0 and v1, for `beeper_sdk.v0` and for calls to apps with v0 only."""
