"""What many tests need."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.cli.app import app

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@pytest.fixture(scope="session")
def example_paths():
    return [str(path) for path in sorted(EXAMPLES.glob("[0-9]*"))]


@pytest.fixture(scope="session")
def dossier(example_paths):
    from reportedly import assess_reports, gather_reports

    reports, unread = gather_reports(example_paths)
    assert not unread
    return assess_reports(reports)


@pytest.fixture
def run():
    """Run a command in this process; anything but a clean end is an error of the test."""

    def call(*arguments, given=None):
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
