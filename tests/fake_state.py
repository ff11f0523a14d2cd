"""The state of a fake server with the attributes that are not public, for tests of this project."""

from __future__ import annotations

from beeper_sdk.testing.world.world import World


def state(world: object) -> World:
    """What functions passed to `WorldView.read` are really given."""
    assert isinstance(world, World)
    return world
