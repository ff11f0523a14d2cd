# @generated

"""Files of messages: how they are received, and checked and uploaded before a send."""
