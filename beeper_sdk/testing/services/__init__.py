"""One class per tag of the spec, each implementing a Protocol of the generated server over the rules of the world.

They hold no state and decide nothing: they read the request, call a rule, and answer with the stored bytes.
"""
