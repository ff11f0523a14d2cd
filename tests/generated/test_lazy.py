"""Importing the package costs next to nothing, and every name it promises is there."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from types import ModuleType

import pytest

import beeper_sdk_client
from tests.each import each_of
from tests.generated.contract import ROOT, function, operation, operation_names, plan


def packages() -> list[str]:
    modules = pkgutil.walk_packages(beeper_sdk_client.__path__, "beeper_sdk_client.")
    return ["beeper_sdk_client", *(info.name for info in modules if info.ispkg)]


def loaded_after(code: str) -> set[str]:
    """The modules that are loaded when a fresh Python has run some code."""
    program = f"import sys; sys.path.insert(0, {str(ROOT / 'generated')!r})\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_loads_no_model_and_no_http_library() -> None:
    loaded = loaded_after("import beeper_sdk_client")
    assert not {name for name in loaded if name.startswith(("beeper_sdk_client.models", "beeper_sdk_client.api"))}
    assert not loaded & {"httpx", "attrs", "attr", "dateutil", "asyncio", "ssl"}


def test_a_request_loads_no_http_library() -> None:
    loaded = loaded_after("from beeper_sdk_client import api; api.chats.list()")
    assert not loaded & {
        "httpx",
        "dateutil",
        "asyncio",
        "ssl",
        "beeper_sdk_client._contract",
        "beeper_sdk_client._annotations",
        "beeper_sdk_client._decode_errors",
        "beeper_sdk_client._validation",
    }


def test_a_model_loads_only_what_it_refers_to() -> None:
    loaded = loaded_after("from beeper_sdk_client import models; models.Label")
    assert {name for name in loaded if name.startswith("beeper_sdk_client.models.")} == {
        "beeper_sdk_client.models.label"
    }


@each_of(packages())
def test_every_name_of_a_package_is_there(name: str) -> None:
    package = import_module(name)
    assert sorted(package.__all__) == list(package.__all__) == dir(package)
    for public_name in package.__all__:
        assert getattr(package, public_name) is getattr(package, public_name)


@each_of(packages())
def test_an_unknown_name_is_an_attribute_error_that_says_so(name: str) -> None:
    package: ModuleType = import_module(name)
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'nonsense'"):
        _ = package.nonsense


@each_of(operation_names())
def test_every_operation_is_a_function_with_its_constant(name: str) -> None:
    call = function(name)
    constant = vars(import_module(call.__module__))[name.rsplit(".", 1)[-1].upper()]
    planned = operation(name)
    assert (constant.name, constant.method, constant.template) == (name, planned.method, planned.path)
    assert constant.effect == planned.raw["x-beeper-effect"]


@pytest.mark.parametrize("kind", ["", "Async"])
def test_every_operation_is_a_method_of_its_resource_class(kind: str) -> None:
    from beeper_sdk_client import resources

    class Sender:
        """Is never asked to send."""

    for planned in plan().operations:
        resource = getattr(resources, f"{kind}RootApi")(Sender())
        for group in planned.group:
            resource = getattr(resource, group)
        assert callable(getattr(resource, planned.verb)), planned.name


@each_of(operation_names())
def test_a_function_names_the_method_that_documents_its_operation(name: str) -> None:
    from beeper_sdk import Beeper

    documented = operation(name).raw.get("x-beeper-replaced-by", name)
    with Beeper("token", base_url="http://127.0.0.1:9") as beeper:
        method = attrgetter(documented)(beeper)
    full = method.__doc__
    assert (function(name).__doc__ or "").split("\n")[-2].strip().startswith(f"See `Beeper.{documented}` for its ")
    assert f"Endpoint: {operation(documented).method} " in " ".join(full.split())
    assert all(f"{argument.name}: " in full for argument in operation(documented).arguments)


def test_models_are_imported_alone_in_any_order() -> None:
    code = "import beeper_sdk_client.models as m; [getattr(m, name) for name in reversed(m.__all__)]"
    assert "beeper_sdk_client.models.chat" in loaded_after(code)
    for first in ("message", "chat_with_preview_page", "chat", "bridges", "v0", "bodies", "inputs"):
        assert f"beeper_sdk_client.models.{first}" in loaded_after(f"import beeper_sdk_client.models.{first}")
