# @generated

"""What is new: sends the requests that `_core.changes` decides on, and waits for events."""
