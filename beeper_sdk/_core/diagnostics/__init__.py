"""Records the parts of responses that this version of the SDK does not know."""
