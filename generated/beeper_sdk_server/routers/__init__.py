# @generated

"""Router groups of this package."""
