# @generated

"""Login and logout."""
