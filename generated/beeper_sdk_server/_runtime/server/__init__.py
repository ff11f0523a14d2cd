# @generated

"""FastAPI server runtime of a generated package: request adapters, response dispatch, and HTTP results."""
