# @generated

"""The WebSocket of the app: connecting, reconnecting, and the stream of events that programs read."""
