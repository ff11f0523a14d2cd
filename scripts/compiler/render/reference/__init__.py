"""Writes docs/reference/: from the plan of the spec, and from the docstrings and signatures of the code.

`pages` puts the pages together. The code is read, not imported, except the parsers of the commands.
"""
