"""Full-text search over the reports and the claims of a collection.

Words are looked up by their stems. In quotation marks: one after the other; with a minus in front: not there.
Source: SQLite FTS5, https://sqlite.org/fts5.html; PostgreSQL, websearch_to_tsquery.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, text

from reportedly.collection import Hit, HitKind
from reportedly.store.codec import plain

_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+")
_SNIPPET_WORDS = 24
_STYLE = 'StartSel="", StopSel="", MaxWords=24, MinWords=12'


# The best by their score alone; only of these the rows and the words around are looked up.
_SCORED = """
  WITH hit AS MATERIALIZED (
    SELECT rowid AS number, bm25({words}, 4.0, 1.0) AS score FROM {words} WHERE {words} MATCH :query{newest}),
  best AS MATERIALIZED (
    SELECT held.*, score FROM hit JOIN {table} held ON held.number = hit.number
    WHERE score <= (SELECT max(score) FROM (SELECT score FROM hit ORDER BY score LIMIT :limit))
    ORDER BY score, held.{then} LIMIT :limit)
  SELECT {columns} FROM best {around} ORDER BY score, best.{then}"""
_AROUND = "CROSS JOIN {words} ON {words}.rowid = best.number WHERE {words} MATCH :query"
_OF_REPORTS = {
    "words": "report_words",
    "table": "report",
    "then": "id",
    "newest": " AND rowid NOT IN (SELECT number FROM report WHERE superseded IS NOT NULL)",
}
_OF_CLAIMS = {"words": "claim_words", "table": "claim", "then": "rank", "newest": ""}


def _scored(told: str, names: Mapping[str, str]) -> str:
    """Write the query for the best hits, with what of each is told beside the words around."""
    columns = f"best.id, best.{told}, snippet({{words}}, 1, '', '', '…', :size) AS words, best.{{date}}"
    return _SCORED.format(columns=columns.format(**names), around=_AROUND.format(**names), **names)


_SQLITE = {
    HitKind.REPORT: _scored("title", {**_OF_REPORTS, "date": "published"}),
    HitKind.CLAIM: _scored("summary", {**_OF_CLAIMS, "date": "first_reported"}),
}
_BEST = {
    True: _SCORED.format(columns="best.id", around="", **_OF_REPORTS),
    False: """
      SELECT id FROM report, websearch_to_tsquery('english', :query) q
      WHERE found @@ q AND superseded IS NULL ORDER BY ts_rank(found, q) DESC, id LIMIT :limit""",
}
_POSTGRESQL = {
    HitKind.REPORT: """
      SELECT id, title, ts_headline('english', body, q, :style) AS words, published FROM (
        SELECT r.*, q FROM report r, websearch_to_tsquery('english', :query) q
        WHERE found @@ q AND superseded IS NULL ORDER BY ts_rank(found, q) DESC, id LIMIT :limit) best""",
    HitKind.CLAIM: """
      SELECT id, summary, ts_headline('english', words, q, :style) AS words, first_reported FROM (
        SELECT c.*, q FROM claim c, websearch_to_tsquery('english', :query) q
        WHERE found @@ q ORDER BY ts_rank(found, q) DESC, rank LIMIT :limit) best""",
}


_LATEST = {
    True: """
      SELECT id, known FROM report
      WHERE superseded IS NULL AND known <= :until
        AND +number IN (SELECT rowid FROM report_words WHERE report_words MATCH :query)
      ORDER BY known DESC, id LIMIT :limit""",  # by the index of days, which holds all that is asked for
    False: """
      SELECT id, known FROM report, websearch_to_tsquery('english', :query) q
      WHERE found @@ q AND superseded IS NULL AND known <= :until ORDER BY known DESC, id LIMIT :limit""",
}


def search(connection: Connection, words: str, *, kind: HitKind, limit: int = 20) -> list[Hit]:
    """Find the reports, or the claims, that hold all of some words, the best first.

    Args:
        connection: a connection that reads.
        words: what a person typed: any characters will do.
        kind: what to find.
        limit: how many at most.
    """
    sqlite = connection.dialect.name == "sqlite"
    query = _fts_query(words) if sqlite else plain(words)
    if not query:
        return []
    statement = text((_SQLITE if sqlite else _POSTGRESQL)[kind])
    values = {"query": query, "limit": limit} | ({"size": _SNIPPET_WORDS} if sqlite else {"style": _STYLE})
    return [
        Hit(kind=kind, id=id_, title=title, snippet=" ".join(snippet.split()), published=published)
        for id_, title, snippet, published in connection.execute(statement, values)
    ]


def search_phrase(connection: Connection, phrase: str, *, limit: int, until: str | None) -> list[Hit]:
    """Find the latest reports that hold some words one after the other.

    Args:
        connection: a connection that reads.
        phrase: the words.
        limit: how many reports at most.
        until: a day, ISO 8601, after which reports count no more.
    """
    query = _fts_query(f'"{phrase}"') if connection.dialect.name == "sqlite" else f'"{plain(phrase)}"'
    if not query:
        return []
    values = {"query": query, "limit": limit, "until": f"{until or ''}~"}
    rows = connection.execute(text(_LATEST[connection.dialect.name == "sqlite"]), values)
    return [Hit(kind=HitKind.REPORT, id=id_, title=None, snippet="", published=known) for id_, known in rows]


def search_any(connection: Connection, words: Iterable[str], *, limit: int) -> list[str]:
    """Give the ids of the reports that hold most of some words, the best first.

    Args:
        connection: a connection that reads.
        words: single words.
        limit: how many reports at most.
    """
    wanted = [f'"{word}"' for word in words if _WORD.fullmatch(word)]
    if not wanted:
        return []
    sqlite = connection.dialect.name == "sqlite"
    values = {"query": " OR ".join(wanted), "limit": limit}
    return list(connection.execute(text(_BEST[sqlite]), values).scalars())


def _fts_query(words: str) -> str:
    """Write what a person typed as a query that SQLite cannot misread; empty where it holds no word to look for.

    >>> _fts_query('cargo "left the base" -libya OR*')
    '("cargo" "left the base" "OR") NOT "libya"'
    """
    wanted: list[str] = []
    barred: list[str] = []
    for minus, phrase, word in _TERM.findall(words):
        found = " ".join(_WORD.findall(phrase or word))
        if found:
            (barred if minus else wanted).append(f'"{found}"')
    if not wanted:
        return ""
    return f"({' '.join(wanted)}){''.join(f' NOT {each}' for each in barred)}" if barred else " ".join(wanted)
