"""The commands of ``python -m beeper_sdk`` that talk to a Beeper, a subject each; nothing else uses them."""
