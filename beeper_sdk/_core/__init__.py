"""The logic of the SDK without network I/O, one package per subject. `_async` does the I/O."""
