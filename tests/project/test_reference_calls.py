"""docs/reference/: calls are shown with the arguments, defaults and facts that the code and openapi.yaml have."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.project.surface import lines

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs/reference/operations"
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
SHOWN = re.compile(r"```py\n(.*?)\n```", re.DOTALL)
METHODS = ("get", "put", "post", "patch", "delete")
ENUM = re.compile(r"^Values: (.*)\.$", re.MULTILINE)


def sections(folder: Path) -> dict[str, str]:
    """The sections of pages, by their title."""
    found: dict[str, str] = {}
    for page in sorted(folder.glob("*.md")):
        _, *parts = SECTION.split(page.read_text(encoding="utf-8"))
        found |= dict(zip(parts[::2], parts[1::2], strict=True))
    return found


def arguments(signature: str) -> list[str]:
    """The arguments of a signature, each with its default, without types."""
    inside = signature.partition("(")[2].rpartition(") -> ")[0]
    parts, depth = [""], 0
    for sign in inside:
        depth += (sign in "[(") - (sign in "])")
        parts = [*parts, ""] if sign == "," and depth == 0 else [*parts[:-1], parts[-1] + sign]
    names = [re.sub(r": .*?(?= = |$)", "", part.strip()) for part in parts if part.strip()]
    return [re.sub(r"timedelta\(.*\)", "timedelta", name.replace("datetime.", "").replace('"', "'")) for name in names]


def test_arguments_and_defaults_are_those_of_the_client() -> None:
    shown = {name: SHOWN.search(text) for name, text in sections(PAGES).items()}
    compared = 0
    for line in lines():
        name = line.partition("(")[0].removeprefix("Beeper.")
        found = shown.get(name) if line.startswith("Beeper.") else None
        if found is not None and found[1].count(" -> ") == 1:  # an overloaded one is shown in all its forms
            call = " ".join(part.strip() for part in found[1].split("\n"))
            assert arguments(call) == arguments(line.partition("  [")[0]), name
            compared += 1
    assert compared > 110


def test_facts_of_requests_are_those_of_the_spec() -> None:
    spec = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    shown = sections(PAGES)
    for path, item in spec["paths"].items():
        for method in METHODS:
            raw = item.get(method)
            if raw is None:
                continue
            name = raw["x-beeper-method"]
            facts = shown[name].partition("**Request**")[2]
            security = raw.get("security", spec.get("security"))
            statuses = [code for code in raw["responses"] if code[0] in "45"]
            assert f"- HTTP: `{method.upper()} {path}`\n" in facts, name
            assert re.findall(r"\[(\d+)\]", facts) == statuses, name
            assert ("No token is needed" in facts, "token is optional" in facts) == (not security, {} in security), name
            assert ("Paginated" in facts) == ("x-beeper-pagination" in raw), name
            assert ("**Deprecated**" in shown[name]) == raw.get("deprecated", False), name


def test_values_of_enums_are_those_of_the_spec() -> None:
    spec = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    shown = sections(PAGES.with_name("models"))
    for name, raw in spec["components"]["schemas"].items():
        if "enum" in raw:
            found = ENUM.search(shown[name])
            assert found is not None, name
            assert found[1] == ", ".join(f"`{value}`" if value != "" else '`""`' for value in raw["enum"])
