"""What the app does with its data: functions of a ``World`` and arguments, without requests and routes.

They raise `Refused` for what the API refuses.
"""
