"""Payloads of v0 as those of v1 and back: for `v0`, and for apps with v0 only, which `compat` serves without it."""
