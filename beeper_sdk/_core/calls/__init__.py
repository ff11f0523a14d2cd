"""A single call: encoding its request, its retries and hooks, and mapping failures to errors."""
