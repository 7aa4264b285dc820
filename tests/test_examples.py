"""The ten example reports against their hand-made gold: families, origins, contradictions, variations."""

import json
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import pipeline
from reportedly.lineage import VariationKind

ROOT = Path(__file__).resolve().parent.parent
# What was reached when these were last set; a change may better them, never fall behind.
CLAIMS_MISCOUNTED = 1  # one that is denied by two newsrooms in words too far apart to be sure: folded into one
REPORTS_BEHIND = 0.98
VARIATIONS_FOUND = 0.95  # of thirty
HARMLESS_FLAGGED = 0  # of fifteen
EXAMPLES = ROOT / "examples"
GOLD = json.loads((ROOT / "tests" / "examples" / "gold.json").read_text("utf-8"))
CLAIMS = {claim["name"]: claim for claim in GOLD["claims"]}
RETELLINGS = [pytest.param(entry, id=entry["derivative"]) for entry in GOLD["retellings"]]


@pytest.fixture(scope="session")
def dossier():
    reports, unread = pipeline.gather_reports([str(path) for path in sorted(EXAMPLES.glob("[0-9]*"))])
    return pipeline.assess_reports(reports, unread)


@pytest.fixture(scope="session")
def named(dossier):
    """Report ids by file name, and the reverse."""
    names = {report.id: Path(report.path).name for report in dossier.picture.reports}
    return SimpleNamespace(name=names, bodies={names[r.id]: r.body for r in dossier.picture.reports})


@cache
def compared(origin, derivative):
    reports, _ = pipeline.gather_reports([str(EXAMPLES / origin), str(EXAMPLES / derivative)])
    return pipeline.compare_reports(*reports)


def _says(support, named, words_by_file):
    """Tell whether `support` is the sentence that the gold points at."""
    name = named.name[support.report]
    words = words_by_file.get(name)
    if words is None:
        return False
    start = named.bodies[name].find(words)
    evidence = support.evidence
    return start >= 0 and evidence.start < start + len(words) and start < evidence.end


def _sides(claim, gold, named):
    """Give the claim's supports as (the gold's side, its other side) with the score of the better fit."""
    best = (0, (), ())
    for one, other in ((claim.supporting, claim.opposing), (claim.opposing, claim.supporting)):
        score = sum(_says(s, named, gold["side"]) for s in one)
        score += sum(_says(s, named, gold["other_side"]) for s in other)
        if score > best[0]:
            best = (score, one, other)
    return best


def _find(dossier, named, gold):
    """Give the claim of the gold's types that holds most of the gold's sentences."""
    fits = [(_sides(c, gold, named), c) for c in dossier.picture.claims if c.type.value in gold["types"]]
    fits = [fit for fit in fits if fit[0][0]]
    if not fits:
        return None
    (_, one, other), claim = max(fits, key=lambda fit: fit[0][0])
    return SimpleNamespace(claim=claim, side=one, other=other)


def _files(supports, named):
    return {named.name[support.report] for support in supports}


def test_ten_reports_are_read_and_nothing_else(dossier):
    assert len(dossier.picture.reports) == 10
    assert dossier.picture.unread == ()


def test_every_report_has_the_date_that_it_tells(dossier):
    told = {Path(r.path).name: None if r.published is None else r.published[:10] for r in dossier.picture.reports}
    assert told == GOLD["published"]


def test_the_mark_of_an_example_is_in_no_body(dossier):
    assert [r.path for r in dossier.picture.reports if "Invented example" in r.body] == []


def test_hidden_text_and_other_stories_are_in_no_body(dossier):
    bodies = "\n".join(report.body for report in dossier.picture.reports)
    for words in ("quits Beira", "dataLayer", "sourdough", "Trawler crew", "Macadamia", "Sign up here"):
        assert words not in bodies


def test_families_are_the_gold_families(dossier, named):
    found = {
        (
            family.origin and named.name[family.origin],
            frozenset(named.name[member] for member in family.members),
            family.inferred_origin and family.inferred_origin.publisher,
        )
        for family in dossier.picture.families
    }
    assert found == {
        (family["origin"], frozenset(family["members"]), family["inferred_origin"]) for family in GOLD["families"]
    }


def test_origins_behind_claims_are_counted_once_each(dossier, named):
    counted = {}
    for name, gold in CLAIMS.items():
        found = _find(dossier, named, gold)
        counted[name] = found and len({support.leg for support in found.side})
    wrong = {name: (legs, CLAIMS[name]["origins"]) for name, legs in counted.items() if legs != CLAIMS[name]["origins"]}
    assert len(wrong) <= CLAIMS_MISCOUNTED, wrong
    assert not [name for name, (legs, gold) in wrong.items() if legs and legs > gold]


def test_no_origin_is_counted_that_is_none(dossier, named):
    found = {name: _find(dossier, named, gold) for name, gold in CLAIMS.items()}
    legs = {name: len({support.leg for support in claim.side}) for name, claim in found.items() if claim}
    assert {name: n for name, n in legs.items() if n > CLAIMS[name]["origins"]} == {}


def test_reports_that_make_a_claim_are_behind_it(dossier, named):
    held = wanted = 0
    for gold in CLAIMS.values():
        found = _find(dossier, named, gold)
        wanted += len(gold["side"])
        held += len(_files(found.side, named) & set(gold["side"])) if found else 0
    assert held / wanted >= REPORTS_BEHIND


@pytest.mark.parametrize("name", GOLD["contradictions"])
def test_the_contradictions_are_shown(dossier, named, name):
    found = _find(dossier, named, CLAIMS[name])
    assert found is not None
    assert _files(found.other, named) == set(CLAIMS[name]["other_side"])


def _touches(span, words, text):
    if words is None or span is None:
        return words is None or span is None
    start = text.find(words)
    return start >= 0 and start < span.end and span.start < start + len(words)


def _texts(comparison, entry):
    """Give (origin's, derivative's) bodies and titles by report id order."""
    by_name = {Path(r.path).name: r for r in (comparison.reports.a, comparison.reports.b)}
    return by_name[entry["origin"]], by_name[entry["derivative"]]


def _hits(variation, planted, origin, derivative):
    """Tell whether `variation` touches the planted words on every side that both of them have."""
    return all(
        span is None or _touches(span, words, report.title if span.field == "title" else report.body)
        for span, words, report in (
            (variation.origin, planted["origin"], origin),
            (variation.derivative, planted["derivative"], derivative),
        )
    )


@pytest.mark.parametrize("entry", RETELLINGS)
def test_retellings_are_recognised_with_their_direction(entry):
    comparison = compared(entry["origin"], entry["derivative"])
    origin, derivative = _texts(comparison, entry)
    assert comparison.kind.value in entry["kinds"]
    assert (comparison.origin, comparison.derivative) == (origin.id, derivative.id)


def test_planted_variations_are_found():
    found = wanted = 0
    for entry in GOLD["retellings"]:
        comparison = compared(entry["origin"], entry["derivative"])
        texts = _texts(comparison, entry)
        for planted in entry["planted"]:
            wanted += 1
            found += any(v.kind.value in planted["kinds"] and _hits(v, planted, *texts) for v in comparison.variations)
    assert found / wanted >= VARIATIONS_FOUND


def test_harmless_rewording_stays_silent():
    quiet = {VariationKind.ADDED, VariationKind.OMITTED, VariationKind.DETAIL_DROPPED}
    loud = []
    for entry in GOLD["retellings"]:
        comparison = compared(entry["origin"], entry["derivative"])
        texts = _texts(comparison, entry)
        loud += [
            (v.kind.value, v.origin.text, v.derivative.text)
            for v in comparison.variations
            for harmless in entry["silent"]
            if v.kind not in quiet and v.origin and v.derivative and _hits(v, harmless, *texts)
        ]
    assert len(loud) <= HARMLESS_FLAGGED, loud


def test_why_somebody_is_not_named_is_no_claim(dossier):
    told = {support.evidence.text for claim in dossier.picture.claims for support in claim.supporting}
    assert not [words for words in told if "his name printed" in words]
