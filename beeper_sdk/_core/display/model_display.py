"""How the models of this SDK are shown. `_core.generated` passes this module to the generated client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .summaries import summary

if TYPE_CHECKING:
    from ..generated import Model


def text(model: Model) -> str | None:
    """The repr of a model; None for one that is shown with all its fields."""
    return summary(model)


def html(model: Model) -> str | None:
    """What a notebook shows of a model as HTML; None for one without a table."""
    from .tables import table_of_model

    return table_of_model(model)
