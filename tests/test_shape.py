"""The house rules that a machine can hold."""

import ast
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "reportedly"
MODULES = sorted(SOURCE.rglob("*.py"))
JUNK_DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "base",
    "core",
    "tools",
    "lib",
}


def dotted(path):
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")


def test_no_module_is_a_junk_drawer():
    assert not {path.stem for path in MODULES} & JUNK_DRAWERS
    assert not {path.name for path in SOURCE.rglob("*") if path.is_dir()} & JUNK_DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_has_at_most_400_lines_and_says_what_it_is(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_function_is_longer_than_40_lines(path):
    if path.parent.name == "versions":
        pytest.skip("a migration is one list of steps")
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            doc = len((ast.get_docstring(node, clean=False) or "").splitlines())
            assert node.end_lineno - node.lineno - doc < 40, f"{path.name}: {node.name}"


def test_every_public_name_is_there_and_says_what_it_gives():
    reportedly = import_module("reportedly")
    for name in reportedly.__all__:
        if name != "__version__":
            assert getattr(reportedly, name).__doc__


def test_every_data_file_names_its_origin_and_licence():
    told = tomllib.loads((SOURCE / "data" / "sources.toml").read_text())
    files = {path.name for path in (SOURCE / "data").iterdir() if path.suffix not in (".py", ".toml", ".pyc")}
    files -= {"__pycache__"}
    named = {name for entry in told.values() for name in entry["files"]}
    assert files - named == set(), "data files without an entry in sources.toml"
    assert named - files == set(), "entries in sources.toml without a file"
    for entry in told.values():
        assert entry["source"]
        assert entry["licence"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(entry["retrieved"]))


def test_the_program_knows_nothing_of_the_reference_folder():
    for path in MODULES:
        text = path.read_text()
        assert "../shared" not in text, path
        assert f"{ROOT}/" not in text, path


def test_no_lock_file_records_where_a_package_came_from():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "://" not in text, path
        assert "--hash=sha256:" in text
        assert not re.search(r"^--(index|extra|find)", text, re.MULTILINE)
