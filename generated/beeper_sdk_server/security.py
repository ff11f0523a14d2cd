# @generated

"""Security dependencies of this package, one for each scheme; override one with app.dependency_overrides."""

from ._runtime.server.security import ASCIIHTTPBearer

bearer = ASCIIHTTPBearer(
    description="A token made in the settings of the app or by OAuth. An operation lists the scope it needs: read, write, or none where it is not known.",
    scheme_name="bearer",
    auto_error=False,
)


__all__ = [
    "bearer",
]
