"""The documentation is complete and true."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.docs import write_records

from reportedly.export.schema import ROOTS, json_schema

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
COMMANDS = ("read", "analyse", "lineage", "compare", "brief", "sites", "schema", "doctor")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_at_most_300_lines_and_no_broken_link(page):
    text = page.read_text()
    assert len(text.splitlines()) <= (700 if page.name == "records.md" else 300)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def help_of(*command):
    environment = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "PATH": "", "NO_COLOR": "1"}
    called = [sys.executable, "-m", "reportedly", *command, "--help"]
    return subprocess.run(called, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=lambda c: " ".join(c) or "reportedly")
def test_the_command_page_is_what_help_says(command):
    page = (ROOT / "docs" / "cli.md").read_text()
    said = "\n".join(line.rstrip() for line in help_of(*command).strip().splitlines())
    assert said in page, "run: python tools/docs/write_cli.py"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_gives_an_example(command):
    assert "Example: reportedly " + command in help_of(command)


def test_every_record_and_field_is_on_the_records_page():
    page = (ROOT / "docs" / "records.md").read_text()
    assert page == write_records.page(), "run: python tools/docs/write_records.py"
    for name in ROOTS:
        schema = json_schema(name)
        for kind in [schema, *schema["$defs"].values()]:
            for word in [*kind.get("properties", ()), *kind.get("enum", ())]:
                assert f"`{word}`" in page or word == "schema", f"{name}: {word} is not on the page"


def test_python_blocks_of_the_documentation_run():
    for page in PAGES:
        for block in re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL):
            exec(compile(block, str(page), "exec"), {"__name__": "docs"})
