"""Runs generations of the official SDK, strictly, against fake servers of their app versions. Not part of CI."""
