"""The furniture pass: what of a text is the report, and what the page around it; nothing is lost, all is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.data import read_words
from reportedly.read.bio import read_bio
from reportedly.read.block import Block, join_blocks, split_blocks
from reportedly.read.byline import read_byline, read_credit
from reportedly.read.completeness import goes_on, is_stub_line
from reportedly.read.copied import find_own, is_copied_page
from reportedly.read.ending import find_ending
from reportedly.read.head import Head, read_head, read_small_lines
from reportedly.read.headline import find_headline, headline_above, part_title, read_masthead, read_rights
from reportedly.read.labels import is_label
from reportedly.read.notice import tell_notice
from reportedly.read.pattern import pattern
from reportedly.read.phrase import is_caption, is_list_heading, list_prefix, tell_phrase
from reportedly.read.related import find_list_end, is_bulleted, is_prose, list_links
from reportedly.read.stamp import read_stamp
from reportedly.report import Cut, CutKind, Link
from reportedly.text.fold import fold

_LONGEST_BYLINE_WORDS = 14
_NEAR, _FEWEST_NEAR = 10, 3  # blocks of a copied page: so many of the first are prose of its report
_ABOVE, _INTO = 12, 4  # lines of a copied page, above its report and into it, where bylines and dates stand
_LARGE_CHARACTERS, _ENDS_BLOCKS = 1_000_000, 2000
_LONGEST_AD = 300  # characters
_LONGEST_MARK = 40  # characters: the desk's initials, a counter
_PULLED_WORDS = (6, 60)
_MOST_LABELS, _FEWEST_ABOVE = 8, 3  # blocks: topics below a report, and its own above them
_MOST_TOPICS = 1  # lines below 'Related topics': more are stories
_STOPS = '.!?"”’'
_AFTER_BODY = 3  # blocks: a call to pay further down belongs to something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """A report's text without its furniture, and what the furniture said."""

    body: str
    head: Head
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    agency: str | None
    cut: tuple[Cut, ...]
    links: tuple[Link, ...]
    stub: bool  # the words after the body say that the report goes on elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """What a page shows beside its body."""

    cut: tuple[Cut, ...] = ()
    links: tuple[Link, ...] = ()
    stub: bool = False  # some of it asks its reader to pay or sign in


NOTHING_LEFT = Leftovers()


def name_leftovers(lines: Sequence[str], body: str, title: str | None) -> Leftovers:
    """Name the lines of a page under `title` that are not in its body, and the stories that they list."""
    inside = {_squeeze(line) for line in body.splitlines()}
    whole = _squeeze(body)
    left = [line for line in lines if (key := _squeeze(line)) not in inside and (len(key) < 40 or key not in whole)]
    text = "\n\n".join(left)
    # What a page shows beside its body has no headline of its own: a menu would pass for one.
    stripped = _Pass(text, split_blocks(text), title or "", False).mark_all()
    return Leftovers(cut=stripped.list_cut(), links=stripped.list_links(), stub=any(map(is_stub_line, left)))


def _squeeze(line: str) -> str:
    return "".join(line.split())


def strip_furniture(text: str, *, title: str | None = None, page: bool = True) -> Stripped:
    """Part the report's own words from what stands around them.

    Args:
        text: a report as it was copied or saved; its kept lines are given back unchanged.
        title: the headline, where the input told it.
        page: the text may be a whole page, with menus; False where a page's body was found already.
    """
    blocks = split_blocks(text)
    return _Pass(text, blocks, title, page).run()


def _start_of(blocks: Sequence[Block], own: Sequence[bool]) -> int:
    """Give the first of a report's blocks on a copied page that prose of it follows: not a motto in its menu."""
    prose = [mine and is_prose(block.text) for mine, block in zip(own, blocks, strict=True)]
    close = (at for at, mine in enumerate(own) if mine and sum(prose[at : at + _NEAR]) >= _FEWEST_NEAR)
    return next(close, list(own).index(True))


class _Pass:
    """One run over one text; `kinds[i]` says why block i is cut, None where it is kept."""

    def __init__(self, text: str, blocks: list[Block], title: str | None, page: bool) -> None:
        self.text, self.blocks = text, blocks
        self.kinds: list[CutKind | None] = [None] * len(blocks)
        self.lists: list[tuple[int, int]] = []
        self.authors: list[str] = []
        self.editors: list[str] = []
        self.agency: str | None = None
        self.own: list[bool] | None = None  # for a copied page: which blocks are the report's
        headline = None
        if page and is_copied_page(text, blocks):
            self.own, headline = find_own(blocks)
            # A page without a line of prose that stands out is kept as it is.
            self.own = self.own if any(self.own) else None
        self.head = self._read_head(title) if self.own is None else self._read_page_head(title, headline)

    def _read_page_head(self, title: str | None, headline: int | None) -> Head:
        """Read the head of a copied page from the lines above its report, menus passed over."""
        own = self.own or []
        start = _start_of(self.blocks, own)
        site = None
        if title is None:
            above = headline_above(self.blocks, start)
            headline = above if above is not None else headline or find_headline(self.blocks)
            browser = part_title(self.blocks, 0)
            title, headline, site = browser if browser.site else part_title(self.blocks, headline or 0)
        first = max(0, min(headline or start, start - _ABOVE))
        head = read_small_lines(self.blocks[first : start + _INTO], title)
        for at, kind in head.cut.items():
            self.kinds[first + at] = kind
        head.publisher = head.publisher or site
        if headline:
            head.publisher = head.publisher or read_masthead(self.blocks, headline)
        head.publisher = head.publisher or read_rights(self.blocks)
        self._sign(head)
        return head

    def _read_head(self, title: str | None) -> Head:
        masthead = 0 if title else find_headline(self.blocks) or 0
        head = read_head(self.blocks, title or (self.blocks[masthead].text if masthead else None), masthead)
        if masthead:
            head.publisher = head.publisher or read_masthead(self.blocks, masthead)
        if len(head.cut) == len(self.blocks):
            # A text that is nothing but a head has no other body: its words are kept.
            head.cut.clear()
        for at, kind in head.cut.items():
            self.kinds[at] = kind
        self._sign(head)
        return head

    def _sign(self, head: Head) -> None:
        self.authors.extend(head.authors)
        self.editors.extend(head.editors)

    def mark_all(self) -> _Pass:
        """Mark every block, as furniture without a name of its own where nothing tells more."""
        self._mark_lines()
        self.kinds = [kind or CutKind.BOILERPLATE for kind in self.kinds]
        return self

    def run(self) -> Stripped:
        """Mark every block, then put the kept ones together."""
        self._mark_lines()
        self._mark_tail()
        if self.own is not None:
            self._mark_page(self.own)
        self._mark_pull_quotes()
        self._mark_end()
        if None not in self.kinds:
            # Words that are furniture and nothing else are all that there is to read.
            self.kinds = [None] * len(self.blocks)
        kept = [block for block, kind in zip(self.blocks, self.kinds, strict=True) if kind is None]
        return Stripped(
            body=join_blocks(self.text, kept),
            head=self.head,
            authors=tuple(self.authors),
            editors=tuple(self.editors),
            agency=self.agency or self.head.agency,
            cut=self.list_cut(),
            links=self.list_links(),
            stub=self._is_stub(),
        )

    def _mark_lines(self) -> None:
        """Mark what is known by its words: headings over lists, credits, bylines, phrases, captions."""
        at, middle = 0, self._middle()
        while at < len(self.blocks):
            if at == middle.start:
                at = middle.stop
            line = self.blocks[at].text
            if self.kinds[at] is None and self._is_advertisement(at):
                self.kinds[at] = CutKind.PROMOTION
            elif self.kinds[at] is None and len(line) <= 700 and not tell_notice(line):
                if is_list_heading(line):
                    end = self._list_end(at)
                    self._mark_list(at, end)
                    at = end
                    continue
                self.kinds[at] = self._read_credits(line) or tell_phrase(line) or self._tell_small(line)
            at += 1

    def _is_advertisement(self, at: int) -> bool:
        """Tell whether a line right under 'Advertisement' urges its reader on: 'UPDATE: Own a plot. Click here.'."""
        above, line = self.blocks[at - 1].text if at else "", self.blocks[at].text
        labelled = above.strip().lower() in read_words("furniture_advertisements.txt")
        return labelled and len(line) <= _LONGEST_AD and pattern("to_readers").search(line) is not None

    def _middle(self) -> range:
        """Give the blocks of a very large text that are its own: furniture stands at the two ends."""
        if len(self.text) <= _LARGE_CHARACTERS or len(self.blocks) <= 2 * _ENDS_BLOCKS:
            return range(-1, -1)
        return range(_ENDS_BLOCKS, len(self.blocks) - _ENDS_BLOCKS)

    def _list_end(self, start: int) -> int:
        """Give the end of the list under a heading; on a copied page the report's own lines end it."""
        end = find_list_end(self.blocks, start)
        if self.own is None:
            return len(self.blocks) if end == start + 1 and self._is_last_heading(start) else end
        return next((at for at in range(start + 1, end) if self.own[at]), end)

    def _is_last_heading(self, start: int) -> bool:
        """Tell whether all below a heading is teasers: a report stands above it, and none is signed below."""
        above = sum(is_prose(block.text) for block in self.blocks[:start])
        heading_words = len(self.blocks[start].text.split())
        return above > 1 and heading_words > 1 and not any(read_credit(b.text) for b in self.blocks[start:])

    def _mark_page(self, own: list[bool]) -> None:
        """Mark what of a copied page is not the report's own."""
        for at, kind in enumerate(self.kinds):
            if kind is None and not own[at]:
                self.kinds[at] = CutKind.BOILERPLATE

    def _mark_list(self, start: int, end: int) -> None:
        self.lists.append((start, end))
        for at in range(start, end):
            self.kinds[at] = CutKind.RELATED_STORIES

    def _read_credits(self, line: str) -> CutKind | None:
        credit = read_credit(line) or read_bio(line, self.authors)
        kind = CutKind.CREDITS
        if credit is None and len(line.split()) <= _LONGEST_BYLINE_WORDS:
            credit, kind = read_byline(line), CutKind.BYLINE
        if credit is None:
            return None
        self.authors.extend(name for name in credit.authors if name not in self.authors)
        self.editors.extend(name for name in credit.editors if name not in self.editors)
        self.agency = self.agency or credit.agency
        return kind

    def _tell_small(self, line: str) -> CutKind | None:
        """Tell the furniture that has marks of its own: captions, pointers to other stories, calls to pay."""
        if list_prefix(line) and not is_prose(line):
            return CutKind.RELATED_STORIES
        if is_stub_line(line):
            return CutKind.PROMOTION
        if pattern("print_date").match(line) and read_stamp(line):
            return CutKind.BYLINE
        if len(line) <= _LONGEST_MARK and pattern("initials").fullmatch(line):
            return CutKind.CREDITS
        counts = len(line) <= _LONGEST_MARK and pattern("counter").fullmatch(line) is not None
        return CutKind.BOILERPLATE if counts or is_caption(line) else None

    def _mark_pull_quotes(self) -> None:
        """Mark the lines set apart that say again what a paragraph says in the same words."""
        if len(self.text) > _LARGE_CHARACTERS // 4:
            return
        kept = [at for at, kind in enumerate(self.kinds) if kind is None]
        told = "\n".join(fold(self.blocks[at].text) for at in kept if is_prose(self.blocks[at].text))
        for at in kept:
            line = fold(self.blocks[at].text)
            words = line.strip("\"' ")
            # A sub-heading may say again what follows too: only words that are quoted there are pulled.
            if _PULLED_WORDS[0] <= len(line.split()) <= _PULLED_WORDS[1] and f'"{words}' in told:
                again = is_prose(line) and line.startswith('"')
                if told.count(f'"{words}') > again and (line[-1] not in ".!?"):
                    self.kinds[at] = CutKind.BOILERPLATE

    def _mark_end(self) -> None:
        """Mark what closes the text and tells nothing: '###', '___', its topics' labels below the last sentence."""
        kept = [at for at, kind in enumerate(self.kinds) if kind is None]
        while kept and not any(char.isalnum() for char in self.blocks[kept[-1]].text):
            self.kinds[kept.pop()] = CutKind.BOILERPLATE
        labels = 0
        while labels < len(kept) and is_label(self.blocks[kept[-1 - labels]].text):
            labels += 1
        above = kept[: len(kept) - labels]
        if 0 < labels <= _MOST_LABELS and len(above) >= _FEWEST_ABOVE and self.blocks[above[-1]].text[-1] in _STOPS:
            for at in kept[len(above) :]:
                self.kinds[at] = CutKind.BOILERPLATE

    def _mark_tail(self) -> None:
        """Mark what follows the end of the report; a list that begins there goes on until other furniture."""
        start = find_ending(self.blocks, self.kinds, self.own)
        if start is None:
            return
        for first, end in [one for one in self.lists if one[0] >= start]:
            last = next((at for at in range(end, len(self.blocks)) if self.kinds[at] is not None), len(self.blocks))
            self.lists[self.lists.index((first, end))] = (first, last)
            self.kinds[end:last] = [CutKind.RELATED_STORIES] * (last - end)
        rest = [at for at in range(start, len(self.blocks)) if self.kinds[at] is None]
        rest = [at for at in rest if not tell_notice(self.blocks[at].text)]
        bulleted = any(is_bulleted(self.blocks[at].text) for at in rest)
        for at in rest:
            self.kinds[at] = CutKind.RELATED_STORIES if bulleted else CutKind.BOILERPLATE
        if bulleted:
            self.lists.append((rest[0], rest[-1] + 1))

    def list_cut(self) -> tuple[Cut, ...]:
        """Give the cut blocks, neighbours of one kind as one."""
        cut: list[Cut] = []
        start: int | None = None
        for at, kind in enumerate([*self.kinds, None]):
            if start is not None and kind is not self.kinds[start]:
                words = self.text[self.blocks[start].start : self.blocks[at - 1].end]
                cut.append(Cut(kind=self.kinds[start] or CutKind.BOILERPLATE, text=words))
                start = None
            if start is None and kind is not None:
                start = at
        return tuple(cut)

    def list_links(self) -> tuple[Link, ...]:
        links: list[Link] = []
        for start, end in self.lists:
            heading = self.blocks[start].text
            if "topics" in heading.lower().split() and not self.blocks[start + 1 : end][_MOST_TOPICS:]:
                continue
            first = start + (1 if is_list_heading(heading) else 0)
            links.extend(list_links(self.blocks[first:end]))
        return tuple(dict.fromkeys(links))

    def _is_stub(self) -> bool:
        """Tell whether the words right after the body say that it goes on behind a wall."""
        kept = [at for at, kind in enumerate(self.kinds) if kind is None]
        last = kept[-1] if kept else -1
        after: Sequence[Block] = self.blocks[last + 1 : last + 1 + _AFTER_BODY]
        return any(is_stub_line(block.text) or goes_on(block.text) for block in after)
