"""How older apps differ: requests, responses, fields."""
