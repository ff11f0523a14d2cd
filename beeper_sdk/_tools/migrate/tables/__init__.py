"""What the rules know, as data: old names on the left, today's on the right. No code that rewrites."""
