# @generated from openapi.yaml; do not edit
