# @generated from openapi.yaml; do not edit

"""Router groups of this package."""
