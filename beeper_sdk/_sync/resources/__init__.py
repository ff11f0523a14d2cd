# @generated from beeper_sdk/_async; do not edit

"""The groups of operations: the generated ones, and the methods that this SDK adds."""
