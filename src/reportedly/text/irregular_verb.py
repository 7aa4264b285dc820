"""The past forms of verbs that are not made by '-ed'."""

from __future__ import annotations

from functools import cache

from reportedly.data import read_table


@cache
def irregular_bases() -> dict[str, str]:
    """Give the past forms that are not made by '-ed', with what they are forms of: 'given' of 'give'."""
    rows = read_table("irregular_verbs.tsv")
    return {row[form]: row["base"] for row in rows for form in ("past", "participle") if row[form] != row["base"]}
