"""A server without state, which answers with the examples of the spec: for the test suites of other SDKs."""
