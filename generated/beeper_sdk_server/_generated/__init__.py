# @generated from openapi.yaml; do not edit

"""Generated plans of this package."""
