# @generated
