"""The house: each module has its twin among the tests, and nobody imports from a later stage."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: In the order of the data's journey.
STAGES = ("corpus", "align", "qa", "review", "cli")


def modules() -> Iterator[Path]:
    for stage in STAGES:
        for path in sorted((ROOT / stage).rglob("*.py")):
            if path.name != "__init__.py":
                yield path.relative_to(ROOT)


def imported(path: Path) -> Iterator[str]:
    """The first name of each package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_module_has_its_twin() -> None:
    twins = {path: Path("tests", path.parent, f"test_{path.name}") for path in modules()}
    assert len(twins) > 200
    assert [str(path) for path, twin in twins.items() if not (ROOT / twin).is_file()] == []


def test_nobody_imports_from_a_later_stage() -> None:
    later = [
        f"{path} imports {name}"
        for path in modules()
        for name in imported(path)
        if name in STAGES[STAGES.index(path.parts[0]) + 1 :]
    ]
    assert later == []


def test_the_nouns_import_only_the_standard_library() -> None:
    assert not {*STAGES} & {*imported(Path("corpus/model.py"))}
    assert {*imported(Path("cli/main.py"))} >= {"click", "corpus"}
