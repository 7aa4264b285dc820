"""Full-text search over the reports and the claims of a collection.

Words are looked up by their stems. In quotation marks: one after the other; with a minus in front: not there.
Source: SQLite FTS5, https://sqlite.org/fts5.html; PostgreSQL, websearch_to_tsquery.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from reportedly.collection import Hit, HitKind
from reportedly.store.codec import plain

_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+")
_SNIPPET_WORDS = 24
_STYLE = 'StartSel="", StopSel="", MaxWords=24, MinWords=12'


_SQLITE = {
    HitKind.REPORT: """
      SELECT r.id, r.title, snippet(report_words, 1, '', '', '…', :size) AS words, r.published
      FROM report_words JOIN report r ON r.number = report_words.rowid
      WHERE report_words MATCH :query AND r.superseded IS NULL
      ORDER BY bm25(report_words, 4.0, 1.0), r.id LIMIT :limit""",
    HitKind.CLAIM: """
      SELECT c.id, c.summary, snippet(claim_words, 1, '', '', '…', :size) AS words, c.first_reported
      FROM claim_words JOIN claim c ON c.number = claim_words.rowid
      WHERE claim_words MATCH :query ORDER BY bm25(claim_words, 4.0, 1.0), c.rank LIMIT :limit""",
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
      SELECT r.id, r.known FROM report_words JOIN report r ON r.number = report_words.rowid
      WHERE report_words MATCH :query AND r.superseded IS NULL AND r.known <= :until
      ORDER BY r.known DESC, r.id LIMIT :limit""",
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
    values |= {"size": 1} if sqlite else {"style": _STYLE}
    rows = connection.execute(text((_SQLITE if sqlite else _POSTGRESQL)[HitKind.REPORT]), values)
    return [row[0] for row in rows]


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
