"""The files of messages: where to get them, checks of what was received, file names, and checks before a send."""
