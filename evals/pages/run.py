"""Real pages as HTML and as copied plain text, beside trafilatura alone in the same run."""

from __future__ import annotations

import json
import re
from typing import Any

from evals.reference import figures, find, run_scorer


def score() -> dict[str, float]:
    """Give chunk F1 in both forms and the shares of titles, dates and authors found, ours and the peer's."""
    found: dict[str, float] = {}
    for line in run_scorer("score_pages.py", str(find("corpora"))):
        form, values = line.split(": ", 1)
        found[f"{form} F1"] = figures(values)["F1"]
        if form == "html":
            found |= {f"html {key}": float(share) for key, share in _metadata(values)}
    return found | _peer()


def _metadata(values: str) -> list[tuple[str, str]]:
    return re.findall(r"(title|date|author) \d+/\d+ = (\d+\.\d+)", values)


def _squeeze(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def _peer() -> dict[str, float]:
    """Score trafilatura, at the settings of its own evaluation, as the scorer scores us."""
    from trafilatura import bare_extraction

    root = find("corpora/pages/tests")
    hit = wanted = kept = 0
    meta = {key: [0, 0] for key in ("title", "date", "author")}
    for item in json.loads((root / "evaldata.json").read_text()).values():
        page = next((p for p in (root / "eval" / item["file"], root / "cache" / item["file"]) if p.exists()), None)
        if page is None:
            continue
        document: Any = bare_extraction(page.read_bytes(), with_metadata=True, include_comments=False)
        body = _squeeze(document.text if document else "")
        hit += sum(_squeeze(chunk) in body for chunk in item.get("with", [])[:6])
        wanted += len(item.get("with", [])[:6])
        kept += sum(_squeeze(chunk) in body for chunk in item.get("without", [])[:6])
        for key, tally in meta.items():
            if item.get(key):
                gold = "; ".join(item[key]) if isinstance(item[key], list) else str(item[key])
                tally[1] += 1
                tally[0] += _squeeze(gold).lower() in _squeeze(getattr(document, key, "") if document else "").lower()
    precision, recall = hit / max(hit + kept, 1), hit / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "peer trafilatura F1": f1,
        **{f"peer trafilatura {key}": a / max(b, 1) for key, (a, b) in meta.items()},
    }
