"""A collection on disk: SQLite in one file, or PostgreSQL by its address."""

from __future__ import annotations

from sqlalchemy import Connection

from reportedly.store.database import Database

__all__ = ["Connection", "Database"]
