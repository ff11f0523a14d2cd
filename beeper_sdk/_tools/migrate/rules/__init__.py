"""What is rewritten, one subject a module. Each has `apply(work)`, and they run in the order of `engine`."""
