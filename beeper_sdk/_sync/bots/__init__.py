# @generated

"""Passes what is new to the handlers of a program."""
