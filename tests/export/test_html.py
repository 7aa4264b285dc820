import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reportedly.export.html import write_brief, write_comparison
from reportedly.lineage import Lineage, Relation
from reportedly.picture import Dossier, Picture

from . import factory


class Page(HTMLParser):
    """What a browser would make of the page, as far as the tests ask."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes = [], [], [], []
        self.nesting = []
        self.inline = {"style": "", "script": ""}
        self.marked, self._open, self._in = {}, [], None
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag not in ("meta", "line", "rect", "circle", "path"):
            self.nesting.append(tag)
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]
        if "id" in told:
            self.ids.append(told["id"])
        if "href" in told:
            self.links.append(told["href"])
        if tag == "mark":
            self._open.append(told.get("id", ""))
        self._in = tag if tag in ("style", "script", "sup") else self._in

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]

    def handle_endtag(self, tag):
        assert self.nesting.pop() == tag
        if tag == "mark":
            self._open.pop()
        if tag == self._in:
            self._in = None

    def handle_data(self, data):
        if self._in in self.inline:
            self.inline[self._in] += data
        elif self._in != "sup":
            for mark in self._open:
                self.marked[mark] = self.marked.get(mark, "") + data


@pytest.fixture(scope="module")
def page():
    return Page(write_brief(factory.dossier()))


def empty_dossier():
    picture = Picture(as_of=None, reports=(), unread=(), families=(), claims=(), sites=(), timeline=(), questions=())
    lineage = Lineage(derivations=(), families=(), retellings=())
    return Dossier(picture=picture, readings=(), lineage=lineage, comparisons=())


def test_words_of_reports_are_never_markup():
    source = write_brief(factory.hostile_dossier())
    hostile, plain = Page(source), Page(write_brief(factory.dossier()))
    assert set(hostile.tags) == set(plain.tags)
    assert hostile.tags.count("script") == 1
    assert not [name for _, name, _ in hostile.attributes if name.startswith("on") or name == "style"]
    assert not [link for link in hostile.links if link.startswith("javascript")]
    assert "&lt;script&gt;alert(&#34;body&#34;)&lt;/script&gt;" in source


def test_nothing_is_fetched(page):
    assert not {"link", "img", "iframe", "object", "embed", "base", "form", "audio", "video"} & set(page.tags)
    assert not [value for _, name, value in page.attributes if name in ("src", "srcset", "action", "data")]
    assert "@import" not in page.inline["style"]
    assert re.findall(r"url\(([^)]*)\)", page.inline["style"]) == ["#hatch"]
    assert all(link.startswith("#") for link in page.links)


def test_the_policy_allows_only_our_own_style_and_script(page):
    (policy,) = [value for tag, name, value in page.attributes if tag == "meta" and "default-src" in value]
    for kind in ("style", "script"):
        digest = b64encode(sha256(page.inline[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_every_link_leads_somewhere_on_the_page(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_every_support_links_to_its_exact_words(page):
    supports = [
        support for claim in factory.dossier().picture.claims for support in (*claim.supporting, *claim.opposing)
    ]
    shown = set(page.marked.values())
    assert supports
    assert all(support.evidence.text in shown for support in supports)


def test_words_under_two_claims_stay_whole():
    wire = factory.reports()[0]
    words = ("fire that broke out on a moored tanker", "tanker in Trieste on Sunday appeared")
    claims = tuple(
        factory.claim(str(n), text, (factory.support(wire, text, "x", f"leg-{n}"),)) for n, text in enumerate(words)
    )
    given = factory.dossier()
    page = Page(
        write_brief(replace(given, picture=replace(given.picture, claims=claims, timeline=(), sites=(), questions=())))
    )
    assert words[0] in page.marked.values()
    # The second crosses the first: its place on the page is where it begins.
    start = wire.body.index(words[1])
    assert f"R1-b{start}-{start + len(words[1])}" in page.ids


def test_the_counts_are_those_of_the_picture():
    source = write_brief(factory.dossier())
    counts = re.findall(r'<a href="#([\w-]+)"><b>(\d+)</b>', source)
    assert counts[:4] == [("reports", "4"), ("families", "3"), ("claims", "6"), ("one-leg", "5")]
    assert ("contradictions", "1") in counts
    assert ("unread", "1") in counts


def test_every_element_is_closed_where_it_belongs():
    for given in (factory.dossier(), factory.hostile_dossier(), empty_dossier()):
        assert Page(write_brief(given)).nesting == []


def test_headings_leave_no_level_out(page):
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_empty_picture_still_gives_a_page():
    source = write_brief(empty_dossier())
    assert "What 0 reports add up to" in source
    assert "no report tells its date" in source


def test_the_same_dossier_gives_the_same_page():
    assert write_brief(factory.dossier()) == write_brief(factory.dossier())


def _tokens(css):
    light, dark = css.split("@media (prefers-color-scheme: dark)", 1)
    found = []
    for part in (light, dark.split("*", 1)[0]):
        found.append(dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part)))
    return found[0], {**found[0], **found[1]}


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_stands_out_from_its_ground_in_light_and_dark(page):
    pairs = [(text, ground) for text in ("ink", "soft", "accent", "bad", "good") for ground in ("paper", "faint")]
    pairs += [("ink", ground) for ground in ("mark", "mark-against", "aim", "land", "sea", "bad-ground")]
    pairs += [("bad", "bad-ground"), ("soft", "land"), ("accent", "mark"), ("paper", "accent")]
    for tokens in _tokens(page.inline["style"]):
        for text, ground in pairs:
            high, low = sorted((_luminance(tokens[text]), _luminance(tokens[ground])), reverse=True)
            # Source: WCAG 2.2, 1.4.3, level AA.
            assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


def test_a_comparison_is_a_page_that_fetches_nothing():
    source = write_comparison(factory.dossier().comparisons[0])
    page = Page(source)
    assert page.nesting == []
    digest = b64encode(sha256(page.inline["style"].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in source
    assert "script" not in page.tags
    assert page.links == []


def test_a_comparison_marks_the_changed_words_on_both_sides():
    source = write_comparison(factory.dossier().comparisons[0])
    for side in ("left", "right"):
        parts = re.findall(rf'<div class="{side}" dir="auto">(.*?)</div>', source)
        assert any('<mark class="word">' in part for part in parts)


def test_words_of_reports_are_escaped_in_a_comparison():
    given = factory.dossier().comparisons[0]
    evil = replace(given.reports.a, title="<script>alert(1)</script>")
    source = write_comparison(replace(given, reports=replace(given.reports, a=evil), variations=()))
    assert "<script>" not in source
    assert "&lt;script&gt;" in source


def test_an_unrelated_pair_has_no_passages():
    given = factory.dossier().comparisons[0]
    source = write_comparison(replace(given, related=False, kind=Relation.UNRELATED, variations=(), alignments=()))
    assert "Neither was made from the other" in source
    assert "Left out" not in source


def words_of(source):
    bare = re.sub(r"<(style|script)>.*?</\1>|<sup.*?</sup>", "", source, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", bare)).split())


def test_a_page_to_pass_on_leaves_out_what_no_claim_rests_on(dossier):
    whole, shared = words_of(write_brief(dossier)), words_of(write_brief(dossier, share=True))
    for reading in dossier.readings:
        told = [" ".join(reading.report.body[s.start : s.end].split()) for s in reading.sentences]
        assert all(sentence in whole for sentence in told)
        assert sum(sentence in shared for sentence in told) < len(told)
    assert "…" in shared


def test_a_page_to_pass_on_still_links_every_number_to_its_words(dossier):
    page = Page(write_brief(dossier, share=True))
    assert page.nesting == []
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    shown = {" ".join(words.split()) for words in page.marked.values()}
    for claim in dossier.picture.claims:
        for support in (*claim.supporting, *claim.opposing):
            assert " ".join(support.evidence.text.split()) in shown


def test_a_page_to_pass_on_counts_what_the_retelling_left_out_and_quotes_none_of_it():
    source = write_brief(factory.dossier(), share=True)
    assert "Left out by the retelling: 1 passage, not quoted" in source
    assert "did not respond to a request" not in source
    assert "Subscribe to the Harbour letter" not in source
    assert "We heard an explosion and then alarms" in words_of(source)
