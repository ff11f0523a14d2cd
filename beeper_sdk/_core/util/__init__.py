"""Small tools that know nothing of Beeper."""
