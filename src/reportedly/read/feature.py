"""What can be seen of a line that tells whether it is the report's own, in any language and on any page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.data import read_words
from reportedly.read.byline import read_byline
from reportedly.read.completeness import is_stub_line
from reportedly.read.dates import find_date
from reportedly.read.pattern import pattern
from reportedly.read.phrase import is_caption, is_comment_heading, is_list_heading, list_prefix, tell_phrase
from reportedly.read.related import is_bulleted

Features = dict[str, float]

_SEEN = 600  # characters of a line that are looked at
_STOPS = frozenset(".!?…:।。！？")
_CLOSING = "\"'”’)»*“ "
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_PRICE = re.compile(r"[€$£]\s?\d|\d\s?[€$£]")
_FOREIGN_SHARE = 0.06  # of words known as function words: with fewer the lists do not know the language


def describe_lines(lines: Sequence[str]) -> list[Features]:
    """Give each line's own features, in order."""
    stop_words = read_words("furniture_stopwords.txt")
    sample = [word.lower() for line in lines for word in line[:300].split()]
    foreign = sum(word in stop_words for word in sample) < _FOREIGN_SHARE * max(len(sample), 1)
    times = Counter(lines)
    first = lines[0].lower() if lines else ""
    title_words = frozenset(re.findall(r"\w+", first))
    described = []
    for at, line in enumerate(lines):
        row = _describe_words(line, stop_words, foreign)
        row |= _describe_marks(line, row["words"])
        prose = bool(row["prose"])
        row["repeated"] = float(times[line] > 1)
        row["repeated_prose"] = float(times[line] > 1 and row["words"] >= 8)
        row["title"] = float(at > 0 and not prose and _is_title(line.lower(), first, title_words))
        described.append(row)
    return described


def _is_title(line: str, first: str, title_words: frozenset[str]) -> bool:
    """Tell whether a line repeats the page's first line, which is its title."""
    words = re.findall(r"\w+", line[:_SEEN])
    if len(words) < 3:
        return False
    return line in first or sum(word in title_words for word in words) >= 0.7 * len(words)


def _describe_words(line: str, stop_words: frozenset[str], foreign: bool) -> Features:
    """Give what the words of a line are like."""
    seen = line[:_SEEN]
    words = seen.split()
    count = (len(words) if len(line) <= _SEEN else len(line) / 6.5) + len(_CJK.findall(seen)) / 2
    known = sum(word.lower().strip('.,;:!?()"') in stop_words for word in words) / max(len(words), 1)
    if foreign:
        known = 0.3 if count >= 6 else 0.0
    end = line.rstrip(_CLOSING)[-1:]
    stopped = end in _STOPS and end != ""
    return {
        "words": count,
        "log_words": math.log1p(count),
        "log_words_squared": math.log1p(count) ** 2 / 5,
        "function_words": known if count >= 3 else 0.0,
        "capitals": sum(word[:1].isupper() for word in words) / max(len(words), 1),
        "full_stop": float(end == "."),
        "stopped": float(stopped),
        "colon": float(end == ":"),
        "asks_or_calls": float(end in {"!", "?"}),
        "sentences": min(len(_SENTENCE_END.findall(seen)), 6) / 6,
        "commas": min(seen.count(","), 6) / 6,
        "digits": sum(char.isdigit() for char in seen) / max(len(seen), 1),
        "prose": float(count >= 10 and known > 0.2 and (stopped or count > 25)),
        "closed": float(count >= 6 and stopped),
        "subheading": float(2 <= count <= 10 and not stopped and known > 0),
        "one_word": float(count <= 1.5),
        "three_words": float(count <= 3),
        "long": float(count >= 20),
        "very_long": float(count >= 45),
    }


def _describe_marks(line: str, count: float) -> Features:
    """Give the marks and known words by which a line is furniture."""
    date = find_date(line) if len(line) < 80 else None
    return {
        "phrase": float(len(line) < 300 and tell_phrase(line) is not None),
        "caption": float(is_caption(line)),
        "picture": float(count < 45 and pattern("picture").search(line[:200]) is not None),
        "list_heading": float(is_list_heading(line)),
        "list_prefix": float(list_prefix(line) is not None),
        "comment_heading": float(is_comment_heading(line)),
        "bullet": float(is_bulleted(line)),
        "date": float(date is not None),
        "date_alone": float(date is not None and len(line) - (date.end - date.start) < 15),
        "byline": float(len(line) < 120 and read_byline(line) is not None),
        "about_author": float(count >= 6 and pattern("about_author").match(line) is not None),
        "stub": float(is_stub_line(line)),
        "to_readers": min(len(pattern("to_readers").findall(line[:_SEEN])), 3) / 3,
        "arrows": float(any(char in line for char in "|»›→←>")),
        "address": float("http" in line or "www." in line or "@" in line),
        "price": float(_PRICE.search(line) is not None),
        "copyright": float("©" in line or "copyright" in line.lower()),
        "shouted": float(line.isupper()),
        "breaks_off": float(line.endswith(("…", "..."))),
    }


def describe_places(rows: Sequence[Mapping[str, float]]) -> list[Features]:
    """Give, for each line, what stands around it: how near prose is, and where on the page it stands."""
    prose = [row["words"] if row["prose"] else 0.0 for row in rows]
    total = sum(prose) or 1.0
    first, last = _densest(rows)
    clusters = _cluster_shares(prose)
    before, after = _distances(prose), _distances(prose[::-1])[::-1]
    titles = [at for at, row in enumerate(rows) if row["title"]]
    described, told, comments, since_list, since_title = [], 0.0, False, 99, 99
    for at, row in enumerate(rows):
        inside = first <= at <= last
        comments = comments or bool(row["comment_heading"])
        since_list = 0 if row["list_heading"] else since_list + 1
        described.append(
            {
                "to_prose_before": _log_distance(before[at]),
                "to_prose_after": _log_distance(after[at]),
                "cluster": _cluster_at(clusters, at, before[at], after[at]),
                "enclosed": float(before[at] + after[at] <= 4),
                "told_before": told / total,
                "told_after": (total - told - prose[at]) / total,
                "share": prose[at] / total,
                "inside": float(inside),
                "outside_by": 0.0 if inside else math.log1p(min(abs(at - first), abs(at - last))),
                "below": float(at > last),
                "above": float(at < first),
                "among_comments": float(comments and told > 0.15 * total),
                "near_list_heading": float(since_list <= 3),
                "below_list_heading": float(since_list <= 10),
                "position": at / max(len(rows) - 1, 1),
                "log_lines": math.log1p(len(rows)) / 8,
                "log_prose": math.log1p(total) / 8,
                "below_title": float(since_title <= 6),
                "under_title": float(since_title <= 2),
                "title_seen": 0.5 if not titles else float(titles[0] < at),
            }
        )
        since_title = 1 if row["title"] else since_title + 1
        told += prose[at]
    _add_neighbours(rows, described)
    return described


def _log_distance(lines: int) -> float:
    return 3.5 if lines >= _FAR else math.log1p(lines)


_FAR = 10**6


def _distances(prose: Sequence[float]) -> list[int]:
    """Give how many lines before each the last line of prose stands."""
    found, distance = [], _FAR
    for words in prose:
        distance += 1
        found.append(min(distance, _FAR))
        if words:
            distance = 0
    return found


def _cluster_shares(prose: Sequence[float]) -> list[float]:
    """Give each line of prose the words of the cluster it is in, as a share of the largest cluster's."""
    members: list[list[int]] = []
    for at, words in enumerate(prose):
        if words:
            if members and at - members[-1][-1] <= 6:
                members[-1].append(at)
            else:
                members.append([at])
    sizes = [sum(prose[at] for at in cluster) for cluster in members]
    shares = [0.0] * len(prose)
    for cluster, size in zip(members, sizes, strict=True):
        for at in cluster:
            shares[at] = size / max(sizes)
    return shares


def _cluster_at(shares: Sequence[float], at: int, before: int, after: int) -> float:
    """Give a line's own cluster, or the larger of those that it touches."""
    touched = [shares[at - before]] if before <= 3 else []
    touched += [shares[at + after]] if after <= 3 else []
    return shares[at] or max(touched, default=0.0)


def _densest(rows: Sequence[Mapping[str, float]]) -> tuple[int, int]:
    """Give the first and the last line of the stretch that holds the most prose for its length.

    Each line of prose counts its words for it, each other line 4 against, furniture by its words 6 more:
    the stretch with the largest sum, by Kadane's scan.
    """
    best, running, start, first, last = 0.0, 0.0, 0, 0, -1
    for at, row in enumerate(rows):
        furniture = row["phrase"] or row["list_heading"] or row["comment_heading"]
        if running <= 0:
            running, start = 0.0, at
        running += row["words"] * (0.5 + row["function_words"]) * row["prose"] - 4 - (6 if furniture else 0)
        if running > best:
            best, first, last = running, start, at
    return first, last


_LOOKED_AT = ("log_words", "prose", "stopped", "phrase", "list_heading", "three_words", "comment_heading", "date_alone")


def _add_neighbours(rows: Sequence[Mapping[str, float]], described: list[Features]) -> None:
    """Add the features of the lines next to each, and their mean within wider windows."""
    for at, place in enumerate(described):
        for step in (-2, -1, 1, 2):
            row = rows[at + step] if 0 <= at + step < len(rows) else None
            for name in _LOOKED_AT:
                place[f"{name}{step:+}"] = row[name] if row else 0.0
    for name in ("prose", "log_words"):
        values = [row[name] for row in rows]
        for width in (1, 2, 4, 8):
            for place, mean in zip(described, window_means(values, width), strict=True):
                place[f"{name}~{width}"] = mean


def window_means(values: Sequence[float], width: int) -> list[float]:
    """Give the mean of the values within `width` of each, the one itself left out."""
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    means = []
    for at, value in enumerate(values):
        low, high = max(0, at - width), min(len(values), at + width + 1)
        means.append((sums[high] - sums[low] - value) / max(high - low - 1, 1))
    return means
