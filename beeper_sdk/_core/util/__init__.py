"""General utilities that are independent of Beeper."""
