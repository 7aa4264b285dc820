"""`reportedly serve`: where it listens, and whom it lets in."""

import pytest

from reportedly.serve.account import read_accounts, write_account
from reportedly.serve.setting import Role


@pytest.fixture
def served(monkeypatch):
    """What would be served, instead of serving it."""
    asked = []
    monkeypatch.setattr("uvicorn.run", lambda app, **told: asked.append((app, told)))
    return asked


def test_it_listens_on_this_machine_alone_unless_told_otherwise(run, served, tmp_path):
    result = run("serve", "--db", tmp_path / "held.db")
    assert result.exit_code == 0
    (app, told) = served[0]
    assert told["host"] == "127.0.0.1"
    assert app.state.settings.hosts[:2] == ("127.0.0.1", "localhost")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example"])
def test_elsewhere_it_does_not_start_without_accounts(run, served, tmp_path, host):
    result = run("serve", "--db", tmp_path / "held.db", "--host", host)
    assert result.exit_code == 2
    assert "--accounts" in result.output
    assert served == []
    assert not (tmp_path / "held.db").exists()


def test_elsewhere_it_starts_with_accounts_and_the_names_that_it_is_known_by(run, served, tmp_path):
    path = tmp_path / "accounts.toml"
    path.write_text(write_account("Noor", Role.ANALYST, "a long enough password"))
    named = ("--host", "192.0.2.7", "--known-as", "desk.example", "--accounts", path)
    assert run("serve", "--db", tmp_path / "held.db", *named).exit_code == 0
    assert {"192.0.2.7", "desk.example"} <= set(served[0][0].state.settings.hosts)


def test_an_account_is_printed_with_the_hash_of_its_password_alone(run, tmp_path):
    given = "a long enough password\n" * 2
    result = run("serve", "--new-account", "Noor:analyst", given=given)
    assert result.exit_code == 0
    path = tmp_path / "accounts.toml"
    path.write_text(result.stdout)
    assert read_accounts(path)["Noor"].role is Role.ANALYST
    assert "a long enough password" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--new-account", "Noor"), "NAME:ROLE is wanted"),
        (("--new-account", "Noor:king"), "the role one of"),
        (("--accounts", "nowhere.toml"), "nowhere.toml"),
        (("--watch", "nowhere.toml"), "nowhere.toml"),
        (("--port", "70000"), "port"),
    ],
)
def test_wrong_usage_is_one_line_and_serves_nothing(run, served, tmp_path, arguments, told):
    result = run("serve", "--db", tmp_path / "held.db", *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert served == []


def test_a_file_that_is_no_collection_is_told(run, served, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no collection")
    from reportedly.errors import CollectionFault

    with pytest.raises(CollectionFault, match="is no collection"):
        run("serve", "--db", path)
    assert served == []
