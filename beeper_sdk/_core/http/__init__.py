"""HTTP without an HTTP library: responses, failures, error bodies, and what of them may be shown."""
