"""Linking over several processes."""

import pytest
from tests.link.factory import OTHER, REWRITE, WIRE, report
from tests.link.test_index import FERRY, MINE

from reportedly.link import join, link, link_spread, spread
from reportedly.link.digest import Digest
from reportedly.link.verify import judge, may_be_related

TEXTS = {
    "wire": WIRE,
    "local": REWRITE,
    "bakery": OTHER,
    "ferry": FERRY,
    "ferry-noon": FERRY.replace("dawn", "noon"),
    "mine": MINE,
    "both": MINE + "\n" + OTHER,
}
REPORTS = [report(name, text) for name, text in TEXTS.items()]


@pytest.mark.parametrize("part", [2, 200])
def test_over_processes_the_same_is_found_however_the_work_is_parted(monkeypatch, part):
    monkeypatch.setattr(spread, "_PART", part)
    assert join(link_spread(REPORTS, 2)) == link(REPORTS)


def test_no_reports_over_processes_give_nothing():
    assert join(link_spread([], 2)) == link([])


def test_what_is_ruled_out_by_wording_is_judged_unrelated():
    digests = [Digest(each) for each in REPORTS]
    for one in digests:
        for other in digests:
            if not may_be_related(one, other):
                assert judge(one, other).matches == ()
    assert may_be_related(digests[0], digests[1])
    assert not may_be_related(digests[0], digests[2])


def test_a_digest_that_let_go_gives_the_same_again():
    digest = Digest(REPORTS[0])
    vectors, text = digest.sentences.vectors, digest.spelled
    digest.let_go()
    assert "sentences" not in vars(digest)
    assert (digest.sentences.vectors == vectors).all()
    assert digest.spelled == text
