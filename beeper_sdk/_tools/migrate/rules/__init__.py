"""The rewriting rules, one subject per module. Each module has a function `apply(work)`; `engine` sets their order."""
