"""HTTP types that are independent of the HTTP library: responses, failures, error bodies, and their redaction."""
