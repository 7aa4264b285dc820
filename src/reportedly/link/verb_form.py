"""What the form of a verb is a form of."""

from __future__ import annotations

from functools import lru_cache

from reportedly.text.irregular_verb import irregular_bases

_LEAST = 3  # letters of a verb


@lru_cache(maxsize=1 << 12)
def bases_of(form: str) -> frozenset[str]:
    """Give what a form of a verb may be a form of."""
    found = {form, irregular_bases().get(form, form)}
    for ending in ("s", "es", "ed", "d", "ing"):
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST:
            cut = form[: -len(ending)]
            found |= {cut, f"{cut}e" if ending in ("ed", "ing") else cut}
    return frozenset(found)


def is_past(form: str) -> bool:
    """Tell whether a word may be a past form of a verb."""
    return form.endswith("ed") or form in irregular_bases()
