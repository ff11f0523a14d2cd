"""The rules of ``beeper.events()``, without I/O: frames, subscriptions, lost events and reconnecting."""
