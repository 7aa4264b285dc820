"""Accounts: who may sign in, from a file that whoever runs the app keeps.

Passwords stand in it as argon2 hashes, which nobody can turn back into a password.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from reportedly.serve.fault import AccountFault
from reportedly.serve.setting import Account, Role

_hasher = PasswordHasher()
_LONGEST = 80  # characters of a name
LEAST = 10  # characters of a password


def read_accounts(path: Path) -> Mapping[str, Account]:
    """Read a file of accounts.

    Raises:
        AccountFault: it cannot be read, or is none; the message says where and why.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise AccountFault(f"{path}: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise AccountFault(f"{path}: is no TOML: {fault}") from fault
    entries = told.get("account")
    if not isinstance(entries, list) or not entries:
        raise AccountFault(f"{path}: has no [[account]]")
    accounts = [_account(entry, f"{path}: account {number}") for number, entry in enumerate(entries, 1)]
    if len({account.name for account in accounts}) < len(accounts):
        raise AccountFault(f"{path}: two accounts have the same name")
    return {account.name: account for account in accounts}


def _account(entry: Any, where: str) -> Account:
    """Read one account."""
    told = entry if isinstance(entry, dict) else {}
    name, role, password = (told.get(key) for key in ("name", "role", "password"))
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST or not name.isprintable():
        raise AccountFault(f"{where}: has no name")
    if role not in set(Role):
        raise AccountFault(f"{where}: its role is none of {', '.join(Role)}")
    if not isinstance(password, str) or not password.startswith("$argon2id$"):
        raise AccountFault(
            f"{where}: its password is no argon2id hash; `reportedly serve --new-account NAME` makes one"
        )
    return Account(name=name, role=Role(role), password=password)


def write_account(name: str, role: Role, password: str) -> str:
    """Write an account as a file of accounts has it.

    Raises:
        AccountFault: the name or the password will not do.
    """
    if len(password) < LEAST:
        raise AccountFault(f"a password has {LEAST} characters or more")
    account = _account({"name": name, "role": role, "password": _hasher.hash(password)}, "the account")
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'[[account]]\nname = "{quoted}"\nrole = "{account.role}"\npassword = "{account.password}"\n'


def check_password(account: Account | None, password: str) -> bool:
    """Tell whether a password is an account's; for nobody's account it takes as long, and is not."""
    try:
        _hasher.verify(account.password if account else _nobody(), password)
    except (Argon2Error, InvalidHashError):
        return False
    return account is not None


@cache
def _nobody() -> str:
    """Give a hash that stands in where there is no account, so that both answers take as long."""
    return _hasher.hash("nobody has this password")
