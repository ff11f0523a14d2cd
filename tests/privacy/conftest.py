"""Fixtures of the privacy tests."""

from __future__ import annotations
