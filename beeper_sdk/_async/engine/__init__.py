"""How a call is sent: guards, attempts, tokens, pages, streams."""
