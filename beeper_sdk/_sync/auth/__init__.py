# @generated from beeper_sdk/_async; do not edit

"""Login and logout."""
