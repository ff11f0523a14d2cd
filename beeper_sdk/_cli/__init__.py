"""The commands of ``python -m beeper_sdk`` that communicate with a Beeper. Nothing else imports this package."""
