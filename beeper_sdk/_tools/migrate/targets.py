"""Today's name for an imported one. Pure."""

from __future__ import annotations

from attrs import frozen

from .tables import models, official, v0

SDK = "beeper_sdk"
MODELS = f"{SDK}.models"


@frozen
class Target:
    """Where a name lives today."""

    home: str
    """What is imported, in full."""
    rest: str = ""
    """What follows it."""
    is_list: bool = False
    """It stands for a list of this."""

    @property
    def full(self) -> str:
        """The whole name."""
        return self.home + self.rest


def target(name: str) -> Target | None:
    """Today's name for an old one given in full; None where there is none, or nothing changes."""
    package, *path = name.split(".")
    if package == official.PACKAGE:
        return _of_official(path)
    if package == SDK and len(path) == 2 and path[0] == "v0" and path[1] in v0.CLIENTS:
        return Target(f"{SDK}.{v0.CLIENTS[path[1]]}")
    if package == SDK and len(path) == 2 and path[0] == "models" and path[1] in v0.MODELS:
        return Target(MODELS, f".{v0.MODELS[path[1]]}")
    return None


def _of_official(path: list[str]) -> Target | None:
    if path == ["__version__"]:
        return Target(f"{SDK}.__version__")
    if path[:1] == ["types"]:
        return _of_type(path[1:])
    private = len(path) == 2 and path[0].startswith("_")
    if len(path) != 1 and not private:
        return None
    name = path[-1]
    if name in official.CLIENTS:
        return Target(f"{SDK}.{official.CLIENTS[name]}")
    if name in official.ERRORS:
        return Target(f"{SDK}.errors.{official.ERRORS[name]}")
    if name in official.HTTP_CLIENTS:
        return Target("httpx", f".{official.HTTP_CLIENTS[name]}")
    return None


def _of_type(path: list[str]) -> Target | None:
    if not path:
        return Target(MODELS)
    found = models.BY_MODULE.get(".".join(path[-2:])) or models.BY_NAME.get(path[-1])
    if found is not None:
        return Target(MODELS, f".{found}")
    listed = models.LISTS.get(path[-1])
    return Target(MODELS, f".{listed}", is_list=True) if listed else None
