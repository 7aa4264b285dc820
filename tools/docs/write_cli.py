"""Write docs/cli.md from what `--help` says: `python tools/docs/write_cli.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
COMMANDS = ("", "read", "analyse", "lineage", "compare", "brief", "sites", "schema", "doctor")
HEAD = """# The command line

Written by `tools/docs/write_cli.py` from `--help`; a test holds it to that.

Exit codes, for every command: 0 done; 1 some input could not be read, each is named on standard error with its reason, the rest is
done and kept; 2 wrong usage. Bad input never gives a traceback; `--debug` shows where a fault happened. With `--format json` or
`jsonl`, standard output carries JSON and nothing else. Progress goes to standard error, and only where somebody watches.
"""


def help_of(command: str) -> str:
    """Give what `reportedly COMMAND --help` prints at 100 columns."""
    called = [sys.executable, "-m", "reportedly", *filter(None, [command]), "--help"]
    environment = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "PATH": "", "NO_COLOR": "1"}
    said = subprocess.run(called, capture_output=True, text=True, check=True, env=environment).stdout
    return "\n".join(line.rstrip() for line in said.strip().splitlines())


def main() -> None:
    """Write the page."""
    parts = [f"## `{('reportedly ' + name).strip()}`\n\n```text\n{help_of(name)}\n```\n" for name in COMMANDS]
    PAGE.write_text("\n".join([HEAD, *parts]), encoding="utf-8")


if __name__ == "__main__":
    main()
