# @generated

"""The groups of operations: the generated ones, and the methods that this SDK adds."""
