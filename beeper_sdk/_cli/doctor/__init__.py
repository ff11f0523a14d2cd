"""``python -m beeper_sdk doctor``: is the server there, does it take the token, and is it what this SDK thinks?

Nothing else uses this package. It prints no text, name, number or id of a conversation, and no token.
"""
