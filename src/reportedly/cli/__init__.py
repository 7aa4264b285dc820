"""The command line: one file a command."""

from __future__ import annotations

import gc
import sys

from reportedly.cli.exit import BAD_INPUT, FAULT, STOPPED, WRONG_USAGE, tell
from reportedly.errors import ReportedlyError

__all__ = ["main"]

# Records hold no circles, and a large collection makes hundreds of thousands: looking for circles among them every 700
# takes up to a third of the time that a question does, and frees nothing.
_LOOK_FOR_CIRCLES = (50_000, 20, 50)


def main() -> None:
    """Run the command line; a fault that nobody foresaw is told in one line unless `--debug` is given."""
    from reportedly.cli.app import app

    gc.set_threshold(*_LOOK_FOR_CIRCLES)
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing is wrong, nobody is left to tell
        sys.exit(BAD_INPUT)
    except SystemExit as end:
        if end.code == STOPPED:  # what the command line's library makes of Ctrl-C, without a word
            tell("stopped")
        raise
    except ReportedlyError as fault:
        if "--debug" in sys.argv:
            raise
        tell(str(fault))
        sys.exit(WRONG_USAGE)
    except Exception as fault:
        if "--debug" in sys.argv:
            raise
        tell(f"fault: {type(fault).__name__}: {fault}; --debug shows where")
        sys.exit(FAULT)
