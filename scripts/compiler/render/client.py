"""Renders `beeper_sdk_client` from a spec: a pure function from text to files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve
from jinja2 import Environment

from scripts.compiler.plan.path_collisions import guarded
from scripts.compiler.plan.plan import Plan
from scripts.compiler.plan.planner import make
from scripts.compiler.render import api, inputs, models, resources
from scripts.compiler.render import contract_table as tables
from scripts.compiler.render import docstrings as docs
from scripts.compiler.render.python_words import with_python_words
from scripts.compiler.render.template_cache import TEMPLATES
from scripts.compiler.render.unasync import COMMENT, without_private_docstrings
from scripts.compiler.spec.model_properties import RUNTIME, own_types
from scripts.compiler.spec.names import api_class, snake
from scripts.compiler.spec.parsed_spec import Source, read

PUBLIC_RUNTIME = frozenset({"_client", "_decoding", "_message_kind", "_model", "_protocols", "_request", "_times"})
"""Modules of the runtime with classes and functions that users hold."""


@lru_cache(maxsize=1)
def read_plan(spec: str) -> tuple[Source, Plan]:
    """What a spec says, and what is generated from it; read once, for the code and for docs/reference."""
    source = with_python_words(read(spec))
    plan = make(source)
    return source, evolve(plan, operations=guarded(plan.operations))


def render_client(spec: str) -> dict[str, str]:
    """Every file of the package, by its path below it; formatted later, with all others."""
    source, plan = read_plan(spec)
    environment = source.project.env
    environment.bytecode_cache = TEMPLATES
    environment.filters["pyrepr"] = repr
    names: dict[str, Any] = {"docs": docs, "snake": snake, "api_class": api_class, "plan": plan}
    environment.globals.update(names)
    files = {path.name: _runtime(path) for path in RUNTIME.glob("*.py")}
    files |= models.render(environment, source, plan) | inputs.render(environment, plan)
    enums = sorted(plan.enums.items())
    files["models/_enums.py"] = environment.get_template("enums.py.jinja").render(enums=enums)
    more = (*plan.closed.values(), *(f"{name}Dict" for name in plan.inputs))
    named = {name: plan.module(name) for name in (*plan.models, *plan.unions, *plan.enums, *more)}
    computed = own_types(model.computed for model in plan.models.values())
    named |= {kind: f".{module}" for kind, module in computed.items()}
    files["models/__init__.py"] = environment.get_template("package.py.jinja").render(
        doc="Models, unions and enums of the API. Each is imported when it is first used.",
        names=named,
        modules=[],
        up=2,
    )
    files |= api.render(environment, plan) | resources.render(environment, plan)
    files["_contract.py"] = tables.render(environment, source, plan)
    files["__init__.py"] = _front(environment)
    files["py.typed"] = ""
    return files


def _runtime(path: Path) -> str:
    """A module of the runtime. Comments and private docstrings stay in `scripts/compiler/runtime`."""
    return COMMENT.sub("", without_private_docstrings(path.read_text(), public=path.stem in PUBLIC_RUNTIME))


def _front(environment: Environment) -> str:
    names = {
        "AsyncClient": "_client",
        "Client": "_client",
        "Content": "_decoding",
        "DecodeError": "_model",
        "Request": "_request",
        "StatusError": "_client",
        "UNSET": "_model",
        "UnknownVariant": "_model",
        "When": "_times",
    }
    doc = (
        "The operations and models of the Beeper API: `api` builds requests, `Client` sends them, `models` hold the "
        "responses.\n\nPass IDs as the API returned them: they are percent-encoded where they are part of a path.\n"
    )
    return environment.get_template("package.py.jinja").render(
        doc=doc, names=names, modules=["api", "models", "resources"], up=1
    )
