"""Faults that tests choose: the rules of ``fail`` and ``chaos``, and texts that have outcomes of their own."""
