"""What Beeper does with its world: pure rules on ``World``, knowing nothing of HTTP."""
