"""Which requests an older app understands, and how its responses become those of today."""
