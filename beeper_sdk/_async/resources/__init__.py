"""The groups of operations, with what they can do beyond the spec."""
