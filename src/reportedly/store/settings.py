"""Small facts about a collection itself, by name."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from reportedly.store import table


def load_setting(connection: Connection, name: str) -> str | None:
    """Give what a setting is; None where it was never set."""
    chosen = select(table.setting.c.value).where(table.setting.c.name == name)
    return connection.execute(chosen).scalar_one_or_none()


def save_setting(connection: Connection, name: str, value: str) -> None:
    """Set a setting."""
    connection.execute(delete(table.setting).where(table.setting.c.name == name))
    connection.execute(insert(table.setting).values(name=name, value=value))
