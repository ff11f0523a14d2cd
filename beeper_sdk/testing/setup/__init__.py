"""Setting up an app and its bridges."""
