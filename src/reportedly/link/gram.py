"""The character 4-grams of words: in which bucket each is counted, and what it adds."""

from __future__ import annotations

from zlib import crc32

from reportedly.link.weight import stem, weigh

WIDTH = 1024  # buckets that 4-grams are counted in; twice as many changes no alignment of the seed pair


def grams(form: str) -> tuple[list[int], float]:
    """Give the buckets of a word's character 4-grams, and what each adds; its capitals count for nothing."""
    form = form.lower()
    padded = f" {form} "
    cut = {padded[i : i + 4] for i in range(max(1, len(padded) - 3))} | {stem(form)}
    buckets = sorted([crc32(gram.encode("utf-8", "surrogatepass")) % WIDTH for gram in cut])
    weight = weigh(form)
    # A function word says little of the matter, but 'not' and 'under' are no noise either.
    idf = weight.idf if weight.content else weight.idf / 4
    return buckets, idf / len(cut) ** 0.5
