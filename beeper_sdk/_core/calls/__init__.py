"""One call: from a request to an HTTP request, its retries and hooks, and the error it ends in."""
