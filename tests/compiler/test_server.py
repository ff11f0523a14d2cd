"""The server half of the compiler, on a spec of a few lines: what is kept, what is rejected, what it is named."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest

from scripts.compiler.render.server import HEADER, render_server
from scripts.compiler.spec.parsed_spec import SpecError

SPEC = """
openapi: 3.1.0
info: {title: Mini, version: "1"}
tags: [{name: Things}]
paths:
  /things/{thingID}:
    post:
      operationId: things_upload
      tags: [Things]
      parameters:
        - {name: thingID, in: path, required: true, schema: {type: string}}
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {$ref: "#/components/schemas/Upload"}}
      responses:
        "200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
  /things:
    get:
      operationId: things_list
      tags: [Things]
      parameters:
        - {name: accountIDs, in: query, schema: {type: array, items: {type: string}}}
      responses:
        "200": {description: One., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
    patch:
      operationId: things_change
      tags: [Things]
      parameters:
        - {name: kind, in: query, schema: {$ref: "#/components/schemas/Kind"}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses:
        "200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
components:
  schemas:
    Kind: {type: string, enum: [large, small]}
    Thing: {type: object, properties: {chatIDs: {type: array, items: {type: string}}, "it's": {type: string}}}
    Upload: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
"""


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spec") / "mini.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def files(spec: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in render_server(spec).items()}


def test_only_the_package_is_kept(files: dict[str, str]) -> None:
    assert {path.partition("/")[0] for path in files} == {"beeper_sdk_server"}
    assert {path.rpartition(".")[2] for path in files} == {"py", "typed"}
    assert "beeper_sdk_server/main.py" not in files


def test_every_module_says_who_wrote_it(files: dict[str, str]) -> None:
    modules = {path: text for path, text in files.items() if path.endswith(".py")}
    assert [path for path, text in modules.items() if text.partition("\n")[0] != HEADER] == []


def test_nothing_tells_where_it_was_made(files: dict[str, str], spec: Path) -> None:
    assert [path for path, text in files.items() if gettempdir() in text or spec.name in text] == []


def test_a_multipart_body_reaches_the_handler_unread(files: dict[str, str]) -> None:
    assert arguments(files, "things_upload") == ["self", "request", "thing_id"]


def test_arguments_are_named_as_in_the_client(files: dict[str, str]) -> None:
    assert arguments(files, "things_list") == ["self", "account_ids"]
    assert "    chat_ids: " in files["beeper_sdk_server/models.py"]


def test_interfaces_without_fastapi_have_the_same_arguments_of_plain_types(files: dict[str, str]) -> None:
    path = "beeper_sdk_server/handlers.py"
    for method in ("things_upload", "things_list", "things_change"):
        assert arguments(files, method, path) == arguments(files, method)
    assert "async def things_change(self, *, kind: str | None, body: dict[str, Any]) -> AnswerT_co:" in files[path]
    assert not {"beeper_sdk_server", "fastapi", "pydantic"} & imported(files[path])


def test_the_package_imports_its_names_at_first_use(files: dict[str, str]) -> None:
    path = "beeper_sdk_server/__init__.py"
    runs = files[path].replace("if TYPE_CHECKING:", "if False:")
    names: dict[str, Any] = {"__name__": "beeper_sdk_server"}
    exec(runs, names)
    assert "create_app" in names["__all__"]
    assert names["__getattr__"]("create_app").__module__.startswith("beeper_sdk_server.")
    with pytest.raises(AttributeError, match="module 'beeper_sdk_server' has no attribute 'gone'"):
        names["__getattr__"]("gone")


def test_the_spec_comes_with_it(files: dict[str, str]) -> None:
    names: dict[str, object] = {}
    exec(files["beeper_sdk_server/spec.py"], names)
    served = json.loads(str(names["SPEC"]))
    assert list(served["paths"]) == ["/things/{thingID}", "/things"]
    assert "it's" in served["components"]["schemas"]["Thing"]["properties"]


def test_what_the_generator_cannot_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(SPEC.replace("schemas/Upload", "schemas/Gone"), encoding="utf-8")
    with pytest.raises(SpecError, match="datamodel-code-generator: "):
        render_server(path)


def imported(text: str) -> set[str]:
    """The packages that a module imports."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    return {(node.module or "").partition(".")[0] for node in nodes}


def arguments(files: dict[str, str], method: str, path: str = "beeper_sdk_server/services.py") -> list[str]:
    """Names of a service method's arguments."""
    tree = ast.parse(files[path])
    (function,) = (node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef) and node.name == method)
    return [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
