"""Copies the SDK into another project, under a package name of that project. Uses the standard library only.

`cli` is the command; `build` computes every byte of a copy, without I/O; `place` compares and writes folders.
"""
