"""A pair of reports is judged once; what was found holds until one of them goes, or another version looks again."""

import pytest

from reportedly import read_text
from reportedly.collect import Collection, linking
from reportedly.pipeline import assess_reports

TOLD = (
    "Three barges ran aground below Varn lock on Tuesday, said Ida Holm, the lock keeper. "
    "The river has fallen by two metres since June. Dredgers will arrive from Elmar within a week. "
    "Farmers upstream were told to stop drawing water for their orchards until the autumn."
)
OTHER = "A choir of miners sang in Orsten cathedral on Sunday, said Tor Berg, who led it."


def barges(number, words=TOLD):
    return read_text(words, published=f"2031-07-{number:02}", publisher=f"Mail {number}")


@pytest.fixture
def judged(monkeypatch):
    """The pairs that are judged from now on."""
    found = []
    judge = linking.judge_pairs

    def judge_pairs(digests, pairs):
        wanted = list(pairs)
        found.extend(wanted)
        return judge(digests, wanted)

    monkeypatch.setattr(linking, "judge_pairs", judge_pairs)
    return found


def test_only_the_pairs_of_what_came_are_judged(judged):
    reports = [barges(1), barges(2, TOLD.replace("two", "three")), barges(3), barges(4, OTHER)]
    with Collection(":memory:") as held:
        held.add_reports(reports[:2])
        judged.clear()
        held.add_reports(reports[2:])
        assert len(judged) == 2
        assert all(reports[2].id in pair for pair in judged)
        assert held.dossier() == assess_reports(reports)


def test_what_another_version_found_is_looked_at_again(judged, monkeypatch):
    reports = [barges(1), barges(2), barges(3)]
    with Collection(":memory:") as held:
        with monkeypatch.context() as older:
            older.setattr(linking, "_JUDGE", "older")
            held.add_reports(reports[:2])
        judged.clear()
        held.add_reports(reports[2:])
        assert len(judged) == 3
        assert held.dossier() == assess_reports(reports)


def test_what_a_report_tied_together_comes_apart_without_it():
    parts = TOLD.split(". ")
    whole = barges(1)
    halves = [barges(2, ". ".join(parts[:2])), barges(3, ". ".join(parts[2:]))]
    with Collection(":memory:") as held:
        held.add_reports([*halves, whole, barges(4, OTHER)])
        held.remove([whole.id])
        assert held.dossier() == assess_reports([*halves, barges(4, OTHER)])
        held.add_reports([whole])
        assert held.dossier() == assess_reports([*halves, whole, barges(4, OTHER)])
