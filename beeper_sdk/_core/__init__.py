"""Rules without network I/O: what is decided, computed or remembered. One package a subject."""
