"""What responses had that this version of the SDK does not know."""
