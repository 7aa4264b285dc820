"""Bring the people and bodies of a report in: under which name, in which role, belonging to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.anonymity import read_own_name
from reportedly.analyse.belonging import KIN, PLAYERS, Belonging
from reportedly.analyse.body_sort import AGENCIES, sort_of
from reportedly.analyse.cue import is_verb_cue
from reportedly.analyse.full_name import FullNames
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import PEOPLE, Known, in_body, part_of, singular_role, words_of
from reportedly.analyse.late_name import join_named_later
from reportedly.analyse.name_marks import ARMED, FIGHTERS, may_fight
from reportedly.analyse.nameless import Nameless
from reportedly.analyse.nominal import BODIES, called, is_anybody, is_origin, is_vague, widened
from reportedly.analyse.outlet_name import is_outlet, is_release
from reportedly.analyse.person_name import says_she
from reportedly.analyse.roster import Roster, described_beside, noun_beside
from reportedly.analyse.source_name import body_in_full, is_body_name
from reportedly.analyse.source_noun import is_body_noun, noun_form, source_kind
from reportedly.analyse.source_phrase import SourcePhrase, read_source_phrase
from reportedly.analyse.source_role import IN_AFFAIR
from reportedly.attribution import Anonymity, Speaker, SpeakerKind, unnamed
from reportedly.report import Report
from reportedly.span import Field

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_OF_ANYBODY = frozenset({"two", "three", "four", "five", "six", "state", "government"})
_FOR_SEATS = frozenset({"congressman", "congresswoman", "mep", "mp", "msp", "senator"})
_GATHERINGS = frozenset({"crowd", "gathering", "group", "party"})  # 'some of the group' are people told of before
_BY_THE_WAY = 20.0  # what the mention of a body as somebody's weighs
_SESSIONS = frozenset({"court", "hearing", "inquest", "jury", "trial", "tribunal"})  # who sits there is not told


class Introductions:
    """Who a noun phrase of a report brings in, or brings in again."""

    def __init__(self, report: Report, roster: Roster) -> None:
        self.full = FullNames(report)
        self.outlets, self.names = self.full.outlets, self.full.names
        self.aliases: dict[str, str] = {}  # key -> key of the speaker that it turned out to be
        self._opening = report.body.find("\n") if "\n" in report.body else len(report.body)
        self._released_by = report.publisher if is_release(report) else None  # the body whose own release it is
        self._roster = roster
        self._belonging = Belonging(roster, self.full, self.again)
        self._nameless = Nameless(roster, self._opening)
        self._titled: dict[str, bool] = {}  # key of a name -> whether 'Mrs' or 'Mr' first stood before it

    def read(self, doc: Doc, field: Field) -> None:
        """Take in a passage's names, and correct whom a shorter one was taken for before."""
        self.names.read(doc, self.full.as_told if field is Field.TITLE else str)
        for key, known in self._roster.known.items():
            name = known.speaker.name or ""
            full = self.names.full(name)
            person = self.names.is_person(full)
            if known.speaker.kind is SpeakerKind.ORGANISATION and full != name and person:
                speaker = replace(known.speaker, kind=SpeakerKind.PERSON, name=full, count=1)
                self._roster.known[key] = replace(known, speaker=speaker)
                self.aliases.setdefault(f"name:{full.lower()}", key)
            elif known.speaker.kind is SpeakerKind.PERSON and " " not in full and person is False:
                speaker = replace(known.speaker, kind=SpeakerKind.ORGANISATION, count=None)
                self._roster.known[key] = replace(known, speaker=speaker)

    def body_again(self, told: Token) -> str | None:
        """Give the name of the body that 'the paper' or 'the bureau' brings in again; None where it is nobody's."""
        noun = read_source_phrase(told, self.outlets, self.names, alone=True)
        if (noun.name or "")[:1].isupper() or noun.plural or not noun.definite or told.lemma_ in _SESSIONS:
            return None
        known = self._outlet_again(told) or self.again(noun, told, heard=False)
        if known is None or known.speaker.kind not in BODIES:
            return None
        if known.key in self._roster.known:
            called = replace(known, marks=known.marks | {noun_form(told)})
            self._roster.known[known.key] = called
        return known.speaker.name

    def _outlet_again(self, told: Token) -> Known | None:
        """Find the outlet that 'the agency' brings in again, unless a body was called so: outlets are told things."""
        head = noun_form(told)
        if head not in AGENCIES or self._roster.latest(lambda known: head in known.heads) is not None:
            return None
        return self._roster.latest(lambda known: known.speaker.kind is SpeakerKind.OUTLET)

    def bring_in_body(self, name: str | None, role: str | None, *, told: bool = False) -> None:
        """Bring in the body that somebody belongs to, which 'the company' or 'the club' may stand for.

        `told`: somebody told it something, as people tell papers.
        """
        if name is None or not name[:1].isupper() or is_origin(name.lower()):
            return
        plays = not PLAYERS.isdisjoint(widened(words_of([role])))
        key = f"name:{name.lower()}"
        place = bool(look_up(name)) and not is_body_name(name)
        if key in self._roster.known or (place and not plays):
            return
        outlet = is_outlet(name) or name.lower() in self.outlets
        kind = SpeakerKind.OUTLET if outlet else SpeakerKind.ORGANISATION
        speaker = replace(unnamed(), kind=kind, name=name, anonymity=Anonymity.NAMED)
        marks = frozenset({"club"} if plays and place else ())
        marks |= {ARMED} if not FIGHTERS.isdisjoint(words_of([role])) else set()
        sorts = frozenset({"outlet"}) if told and not is_body_name(name) else frozenset()
        self._roster.add(Known(key, "", False, speaker, None, marks=marks, sorts=sorts), _BY_THE_WAY)

    def find(self, who: Token, where: str, *, alone: bool, heard: bool = True) -> Known:
        """Give the speaker whose noun is `who`, brought in if it was not told of before.

        Args:
            who: the noun.
            where: what tells it from the report's other nouns.
            alone: leave out those who are joined to it by 'and'.
            heard: it is the report that speaks, and not somebody whom it quotes.
        """
        noun = self._surnamed(read_source_phrase(who, self.outlets, self.names, alone=alone), who)
        if noun.name is not None and where.startswith(Field.TITLE):
            noun = replace(noun, name=self.full.as_told(noun.name))
        if self._released_by is not None and noun.name == self._released_by:
            noun = replace(noun, kind=SpeakerKind.ORGANISATION)
        if noun.name is not None and noun.kind is SpeakerKind.PERSON and self._is_own_reporter(noun, who):
            noun = replace(noun, kind=SpeakerKind.REPORTER)
        if noun.definite and not noun.plural and is_origin((noun.name or "").lower()):  # 'the Croatian'
            noun = replace(noun, kind=SpeakerKind.ANONYMOUS, name=None, role=None, count=1, human=True)
        return self._share(noun, who, where) or self.again(noun, who, heard=heard) or self._bring_in(noun, who, where)

    def again(self, noun: SourcePhrase, who: Token, *, heard: bool = True) -> Known | None:
        """Find the speaker that a name or a definite noun brings in again."""
        if noun.name is not None:
            known = self._roster.known.get(self._key(self._full(noun, who), who))
            if known is not None:
                told = _enriched(known, noun) if heard else known
                if told.speaker is not known.speaker:
                    self.bring_in_body(told.speaker.affiliation, told.speaker.role)
                return told
            body = noun.kind is not SpeakerKind.PERSON and noun.name.rpartition(" ")[2][:1].isupper()
            if who.pos_ == "PROPN" or body:
                return None
        if not noun.definite:
            return self._owned(noun, who)
        if any(_tells_which(child) or _is_one_that(who, child) for child in who.rights):
            return None
        fighters = self._fighters(noun, who)
        if fighters is not None:
            return fighters
        known = self._roster.by_noun(noun, noun_form(who))
        named = known is not None and noun.name is not None and noun.kind is SpeakerKind.PERSON
        known = _of_sort(known, noun, who) if known is not None else None
        if known is not None and known.whole is not None and known.one_person and heard:
            known = described_beside(known, who)
        if known is not None and who.pos_ == "NOUN" and noun.name is None and heard:
            known = _described(known, noun, who)
        return self._named(known, noun, who) if known is not None and named else known

    def _fighters(self, noun: SourcePhrase, who: Token) -> Known | None:
        """Find the armed body that 'the rebels' stand for."""
        alone = noun.plural and noun.name is None and noun_form(who) in FIGHTERS and noun.count is None
        which = noun.modifiers - {(noun.party or "").lower()}
        if not alone or which:
            return None
        armed = self._roster.latest(lambda known: ARMED in known.marks)
        return armed or self._roster.latest(lambda one: one.speaker.kind in BODIES and may_fight(one.speaker.name))

    def _is_own_reporter(self, noun: SourcePhrase, who: Token) -> bool:
        """Tell whether one who is named is the outlet's own: 'our reporter Jess Alder', 'the Ledger's reporter'."""
        trades = {source_kind(word) for word in (noun.role or "").lower().split()}
        ours = any(t.lower_ in ("my", "our") and t.dep_ == "poss" for t in who.subtree)
        body = self.full.of_outlet(noun.affiliation) if noun.affiliation else ""
        owner = next((t.text for t in who.lefts if t.dep_ == "poss"), "")  # 'the Ledger's Ada Lind'
        owned = not noun.role and self.full.is_own(self.full.of_outlet(owner))
        return owned or (SpeakerKind.REPORTER in trades and (ours or body.lower() in self.outlets))

    def _owned(self, noun: SourcePhrase, who: Token) -> Known | None:
        """Find whom 'his lawyer' and 'the club's owner' bring in again: one who was told to be that of the same."""
        owner = next((child for child in who.lefts if child.dep_ == "poss"), None)
        if owner is None or noun.name is not None or noun.kind not in PEOPLE:
            return None
        head = who.lemma_.lower()
        if head in KIN and owner.tag_ != "PRP$":  # of two men's wives nothing tells which
            return None
        whose = self._belonging.owner(noun, who)
        name = whose.speaker.name if whose is not None else None
        known = self._roster.latest(lambda known: called(known, noun, head) > 0 and known.owner == name)
        return in_body(known, noun.role) if known is not None else None

    def _share(self, noun: SourcePhrase, who: Token, where: str) -> Known | None:
        """Bring in those who speak for a group that was introduced: 'two of the officials', 'one of them'."""
        group, whole = noun.group, self.whole_of(noun)
        if group is None or whole is None:
            return None
        pronoun = group.pos_ == "PRON"
        if noun.kind is not SpeakerKind.PERSON or noun.name is None:
            part = part_of(whole, noun.count, where)
            side = noun.party if noun.party and noun.party.lower() in whole.of_some else part.speaker.party
            part = replace(part, speaker=replace(part.speaker, party=side))
            return self._described_beside(part, who) if noun.count == 1 else part
        part = part_of(whole, 1, where)  # 'one of the analysts, Lerato Dube'
        named = self._named(part, noun, group)
        vague = named is not None and pronoun and is_vague(part.speaker.role or "")
        return replace(named, speaker=replace(named.speaker, role=None)) if named is not None and vague else named

    def _described_beside(self, part: Known, who: Token) -> Known:
        """Add what stands beside one of a group, its body in full: 'one of them, a teller at the bank,'."""
        told, beside = described_beside(part, who), noun_beside(who)
        body = self._belonging.named_before(beside) if beside is not None else None
        return replace(told, speaker=replace(told.speaker, affiliation=body)) if body is not None else told

    def whole_of(self, noun: SourcePhrase) -> Known | None:
        """Find the group of 'two of the officials' and 'all of them'; None where the words tell of no share."""
        group = noun.group
        if group is None:
            return None
        pronoun = group.pos_ == "PRON"
        whole = self._roster.by_pronoun(group.lower_) if pronoun else self._roster.by_number(group)
        if whole is None and group.lemma_.lower() in _GATHERINGS:
            whole = self._roster.latest(lambda known: known.plural and known.speaker.kind in PEOPLE)
        many = read_source_phrase(group, self.outlets, self.names, alone=True) if noun.name else noun
        whole = whole or self.again(many, group)
        return whole if whole is not None and whole.plural else None

    def _named(self, known: Known, noun: SourcePhrase, who: Token) -> Known | None:
        """Give a speaker that was unnamed so far its name: 'An envoy said ... The envoy, Bertil Okonjo, said'."""
        if known.speaker.anonymity is not Anonymity.UNNAMED:
            return None
        self.aliases[self._key(self._full(noun, who), who)] = known.key
        speaker = replace(known.speaker, kind=SpeakerKind.PERSON, name=noun.name, anonymity=Anonymity.NAMED)
        return replace(known, speaker=speaker)

    def named_by_itself(self, known: Known, words: str) -> Known:
        """Give an unnamed speaker the name that it gave itself: 'a woman who gave her name only as Dana'."""
        name = read_own_name(words) if known.speaker.kind is SpeakerKind.ANONYMOUS and not known.plural else None
        if name is None:
            return known
        self.aliases[f"name:{name.lower()}"] = known.key
        speaker = replace(known.speaker, kind=SpeakerKind.PERSON, name=name, anonymity=Anonymity.NAMED)
        return replace(known, speaker=replace(speaker, anonymity_reason=None))

    def _surnamed(self, noun: SourcePhrase, who: Token) -> SourcePhrase:
        """Give a surname that the tagger took for a common noun the name that the report told in full."""
        owner, case, own = (noun.name or "").rpartition("'s ")
        if case and self.names.is_person(self.names.full(own)):  # 'Nordhav's Lind', which the model reads as one
            return replace(noun, kind=SpeakerKind.PERSON, name=own, affiliation=owner or noun.affiliation, count=1)
        full = self.names.full(who.text) if who.text[:1].isupper() else who.text
        if noun.name is not None or full == who.text or who.n_lefts or who.lower_ not in full.lower().split():
            return noun
        return replace(noun, kind=SpeakerKind.PERSON, name=full, role=None, plural=False, count=1)

    def _key(self, name: str, who: Token) -> str:
        """Give the key of a name; of two with one surname 'Mr' and 'Mrs' tell which."""
        key = f"name:{name.lower()}"
        key = self.aliases.get(key, key)
        she = says_she({child.lower_ for child in who.lefts})
        if she is None or self._titled.setdefault(key, she) is she:
            return key
        return f"{key}:{'she' if she else 'he'}"

    def _full(self, noun: SourcePhrase, who: Token) -> str:
        """Give the name in full where the report gives it in full."""
        she = says_she({child.lower_ for child in who.lefts})
        return self.full.of_source(noun.name or "", noun.kind, plural=noun.plural, she=she)

    def _bring_in(self, noun: SourcePhrase, who: Token, where: str) -> Known:
        name = self._full(noun, who) or None
        if noun.kind is SpeakerKind.OUTLET and name is not None:
            self.outlets.add(name.lower())
        person = noun.kind in (SpeakerKind.PERSON, SpeakerKind.REPORTER) and name is not None
        person = person or (name != noun.name and self.names.is_person(name or "") is True)
        if name is not None and person and not noun.plural:
            self.names.tell(name)
            nameless = self._nameless.named(name, noun, who)
            if nameless is not None:
                self.aliases |= dict.fromkeys(self._nameless.twins(nameless), nameless.key)
                return self._name_it(nameless, name, who)
        if noun.definite and name == who.text and noun.kind is SpeakerKind.ORGANISATION:
            name = body_in_full(who) or name
        owner = self._belonging.owner(noun, who)
        key = self._key_of(noun, name, who, where)
        one_of = noun.group if noun.count == 1 else None
        affiliation = self._belonging.body(noun, who, owner)
        if not where.startswith(Field.TITLE):
            self.bring_in_body(affiliation, noun.role)
        return Known(
            key=key,
            head=noun_form(who),
            plural=noun.plural and one_of is None,
            basis=noun.basis,
            marks=noun.marks,
            of_some=noun.of_some,
            which=noun.modifiers,
            whence=noun.whence,
            age=noun.age,
            of_title=where.startswith(Field.TITLE),
            owner=owner.speaker.name if owner is not None else None,
            speaker=replace(_without_body(noun, name, one_of, person=person), affiliation=affiliation),
        )

    def _key_of(self, noun: SourcePhrase, name: str | None, who: Token, where: str) -> str:
        """Give what somebody is known by: the name, else whom the title means, else where it was first told."""
        key = self._key(name, who) if name else self._of_title(noun, who, where) or f"{noun.kind}:{where}"
        if name is None and any(child.dep_ == "poss" for child in who.lefts):
            self._nameless.possessed.add(key)
        return key

    def _name_it(self, known: Known, name: str, who: Token) -> Known:
        role = None if is_anybody(known.head) else known.speaker.role  # 'a man' is no role of one who is named
        self.aliases[self._key(name, who)] = known.key
        speaker = replace(known.speaker, kind=SpeakerKind.PERSON, name=name, role=role, anonymity=Anonymity.NAMED)
        return replace(known, speaker=speaker)

    def settle(self) -> None:
        """Join speakers that turned out to be one: a title's surname and the full name that came behind it."""
        join_named_later(self._roster.known, self.full, self.aliases, opening=self._opening)

    def _of_title(self, noun: SourcePhrase, who: Token, where: str) -> str | None:
        """Give the key of the title's speaker that the body's first such noun stands for: 'officials say'."""
        if where.startswith(Field.TITLE) or noun.kind is not SpeakerKind.ANONYMOUS:
            return None
        words = {*(noun.role or "").lower().split(), who.lemma_.lower()}

        def fits(known: Known) -> bool:
            told = {*(known.speaker.role or "").lower().split(), known.head}
            return known.key.startswith(f"{noun.kind}:{Field.TITLE}") and known.plural == noun.plural and told <= words

        known = self._roster.latest(fits)
        return known.key if known is not None and known.speaker.count is None else None


def _without_body(noun: SourcePhrase, name: str | None, one_of: Token | None, *, person: bool) -> Speaker:
    """Give whom a noun phrase brings in, but for the body that they belong to; `one_of`: the group's noun."""
    return replace(
        unnamed(),
        kind=SpeakerKind.PERSON if person and noun.kind is not SpeakerKind.REPORTER else noun.kind,
        name=name,
        role=singular_role(noun.role, one_of.lemma_.lower()) if one_of is not None else noun.role,
        count=1 if person and not noun.plural else noun.count,
        party=noun.party,
        anonymity=Anonymity.NAMED if name or noun.kind not in PEOPLE else Anonymity.UNNAMED,
    )


def _tells_which(child: Token) -> bool:
    """Tell whether words behind a noun say which one it is; not 'the father of two' and 'the senator from Utah'."""
    more = {token.lower_ for token in child.subtree}
    works = any(token.text == '"' or token.dep_ == "nummod" for token in child.subtree)  # 'the author of "The Sea"'
    loose = child.lower_ == "from" or (child.lower_ == "of" and (works or bool(more & _OF_ANYBODY)))
    apart = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","  # ', speaking to the paper, said'
    loose = loose or (child.lower_ == "for" and child.head.lower_ in _FOR_SEATS)  # 'the MP for Harne' may be a minister
    clause = child.dep_ == "acl" and not _says(child)
    return not apart and (clause or (child.dep_ == "prep" and not loose))


def _says(verb: Token) -> bool:
    """Tell whether a verb that the model hung on a noun is its main one: 'the nurse called for help'."""
    noun, inserted = verb.head, verb.head.left_edge.i > 0 and verb.head.left_edge.nbor(-1).text == ","
    behind = inserted and verb.tag_ == "VBN" and is_verb_cue(verb) and noun.dep_ == "npadvmod"
    return verb.tag_ == "VBD" or (behind and not any(child.dep_ == "agent" for child in verb.rights))


def _is_one_that(who: Token, child: Token) -> bool:
    """Tell whether a clause says which body is meant, as no comma stands before it: 'the militia that he leads'."""
    clause = child.dep_ == "relcl" and child.left_edge.lower_ in ("that", "which") and is_body_noun(who)
    return clause and child.left_edge.nbor(-1).text != ","


def _of_sort(known: Known, noun: SourcePhrase, who: Token) -> Known:
    """Add what a noun that brings a body in again says of it: that it is one, of which sort, from where."""
    if known.speaker.kind is SpeakerKind.PERSON and noun.kind is SpeakerKind.ORGANISATION:
        known = replace(known, speaker=replace(known.speaker, kind=SpeakerKind.ORGANISATION, count=None))
    sort = sort_of(noun_form(who))
    if known.speaker.kind is not SpeakerKind.ORGANISATION or sort is None:
        return known
    speaker = replace(known.speaker, kind=SpeakerKind.OUTLET if sort == "outlet" else known.speaker.kind)
    which, whence = known.which | noun.modifiers, known.whence | noun.whence
    return replace(known, sorts=known.sorts | {sort}, which=which, whence=whence, speaker=speaker)


def _described(known: Known, noun: SourcePhrase, who: Token) -> Known:
    """Add the trade and the age that 'the 43-year-old lorry driver' tells of one who was only named before."""
    trade = noun.role if known.speaker.role is None and known.speaker.kind is SpeakerKind.PERSON else None
    head, known = noun_form(who), replace(known, age=known.age or noun.age)
    if trade is None or is_anybody(head) or is_vague(trade) or is_origin(head) or head in IN_AFFAIR:
        return known
    return replace(known, speaker=replace(known.speaker, role=trade))


def _enriched(known: Known, noun: SourcePhrase) -> Known:
    """Add the role that a later mention tells of a speaker."""
    marks, which, whence = known.marks | noun.marks, known.which | noun.modifiers, known.whence | noun.whence
    known = replace(known, age=known.age or noun.age, marks=marks, which=which, whence=whence)
    body, person = noun.affiliation, known.speaker.kind is SpeakerKind.PERSON
    if person and body and known.speaker.affiliation is None and known.speaker.role and not look_up(body):
        return replace(known, speaker=replace(known.speaker, affiliation=body))
    if known.speaker.role is not None or noun.role is None or known.speaker.kind is not SpeakerKind.PERSON:
        return known
    affiliation = known.speaker.affiliation or noun.affiliation
    return replace(known, speaker=replace(known.speaker, role=noun.role, affiliation=affiliation))
