# @generated

"""Generated plans of this package."""
