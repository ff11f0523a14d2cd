"""Developer tools: they read and change code, never a Beeper. Not part of a vendored copy of the SDK."""
