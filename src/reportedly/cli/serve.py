"""`reportedly serve`: the web app over a collection."""

from __future__ import annotations

import getpass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exit import refuse, tell
from reportedly.cli.option import DEFAULT_DB, Db, Debug, Watch, watched
from reportedly.cli.output import show_text
from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from reportedly.serve.setting import Account

_Host = Annotated[
    str,
    typer.Option(
        "--host", metavar="HOST", help="Where to listen; elsewhere than on this machine, people have to sign in."
    ),
]
_Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="On which port.")]
_Known = Annotated[
    list[str] | None,
    typer.Option("--known-as", metavar="NAME", help="A name that browsers reach it by; may be repeated."),
]
_Accounts = Annotated[
    Path | None, typer.Option("--accounts", metavar="FILE", dir_okay=False, help="Who may sign in (docs/serve.md).")
]
_New = Annotated[
    str | None,
    typer.Option(
        "--new-account", metavar="NAME:ROLE", help="Ask for a password and print an account; nothing is served."
    ),
]


def serve(
    db: Db = DEFAULT_DB,
    host: _Host = "127.0.0.1",
    port: _Port = 8710,
    watch: Watch = None,
    accounts: _Accounts = None,
    known_as: _Known = None,
    new_account: _New = None,
    debug: Debug = False,
) -> None:
    """Show a collection in the browser.

    From this machine alone unless --host says otherwise; nothing is fetched from anywhere.

    Example: reportedly serve --db syria.db --watch watch.toml
    """
    if new_account is not None:
        _print_account(new_account)
        return
    from reportedly.serve import create_app
    from reportedly.serve.setting import LOOPBACK, Settings
    from reportedly.watchlist import Watchlist

    who = _read_accounts(accounts)
    if not _is_loopback(host) and not who:
        refuse(f"--host {host} is not this machine alone: --accounts FILE says who may sign in")
    names = (*LOOPBACK, *(_bracketed(each) for each in (host, *(known_as or ()))))
    settings = Settings(
        where=db,
        hosts=names,
        watchlist=watched(watch) or Watchlist(),
        accounts=who,
        judged_by=_login(),
    )
    app = create_app(settings)
    tell(f"{db} is at http://{_bracketed(host)}:{port}/ until Ctrl-C")
    import uvicorn

    uvicorn.run(app, host=host, port=port, log_level="warning", proxy_headers=False, server_header=False)


def _read_accounts(path: Path | None) -> dict[str, Account]:
    if path is None:
        return {}
    from reportedly.serve.account import read_accounts

    try:
        return dict(read_accounts(path))
    except ReportedlyError as fault:
        refuse(str(fault))


def _print_account(told: str) -> None:
    """Ask for a password twice, and print the account that a file of them holds."""
    from reportedly.serve.account import write_account
    from reportedly.serve.setting import Role

    name, _, role = told.rpartition(":")
    if not name or role not in set(Role):
        refuse(f"--new-account {told}: NAME:ROLE is wanted, the role one of {', '.join(Role)}")
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    try:
        show_text(write_account(name, Role(role), password))
    except ReportedlyError as fault:
        refuse(str(fault))


def _is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a host."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _bracketed(host: str) -> str:
    """Give a host as an address has it."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _login() -> str:
    """Give whose name judgements carry where nobody signs in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "analyst"
