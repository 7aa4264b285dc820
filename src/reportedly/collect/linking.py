"""Who retells whom in a collection, brought up to date by what came and what went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from reportedly import __version__
from reportedly.assess import correct_readings, may_lean_on, newsrooms_of
from reportedly.collect.changed import find_beside, find_changed
from reportedly.errors import CollectionFault
from reportedly.judgement import Act, Judgement, Subject, digest_body, standing
from reportedly.lineage import Relation
from reportedly.link import Digest, Index, Posted, Verdict, gather_groups, join, judge_pairs, link_group
from reportedly.report import Report
from reportedly.store import Connection, Database
from reportedly.store.codec import pack, unpack
from reportedly.store.judgements import load_judgements
from reportedly.store.lineages import Pair, drop_reports, find_group, load_lineage, replace_lineage, save_pairs
from reportedly.store.reports import Held, find_numbers, list_held, load_readings, load_reports
from reportedly.store.settings import load_setting, save_setting

_STATE = "index"  # the setting that is changed whenever reports come or go
_MARK = "state"  # the file that holds it beside the index
_AT_ONCE = 500
_JUDGE = f"reportedly={__version__}"  # whose verdicts on pairs count


class Linker:
    """Links what comes into a collection to what is held.

    The index lies beside the collection's file, in memory for one without a file. It is only a help: it is made again
    from the reports wherever it does not agree with them.
    """

    def __init__(self, database: Database) -> None:
        self._folder = None if database.file is None else Path(f"{database.file}.index")
        self._index: Index | None = None
        self._state: str | None = None  # of the collection, when the index last agreed with it

    def close(self) -> None:
        """Let go of the index's files."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def link(self, connection: Connection, came: Sequence[Report], gone: Iterable[str]) -> set[str]:
        """Bring the lineage up to date; give the ids of the reports that came, went, or have another lineage now.

        Args:
            connection: a connection that writes; `came` are held already as newest versions.
            came: reports that were not held.
            gone: ids of reports that are held no longer, or in another version.
        """
        left = set(gone)
        before, _ = find_group(connection, left, _JUDGE)
        drop_reports(connection, left)
        posted = [_post(report) for report in came]
        index = self._agreeing(connection, posted, left)
        _judge(connection, _find_pairs(index, posted))
        new = {report.id for report in came}
        return new | left | relink(connection, new | (before - left))

    def _agreeing(self, connection: Connection, came: Sequence[Posted], gone: set[str]) -> Index:
        """Give an index of just the reports that are held: brought up to date, or compared where it missed anything."""
        state = load_setting(connection, _STATE)
        if self._index is None or state != self._state or self._read_mark() != self._state:
            self.close()
            self._index, self._state = self._open(), None
            self._state = self._read_mark()
        missed = state is None or state != self._state
        self._mark(None)
        if missed:
            _compare(self._index, connection)
        else:
            if gone:
                self._index.remove([key for key in self._index.ids() if _id_of(key) in gone])
            self._index.add(came)
        self._mark(uuid4().hex)
        save_setting(connection, _STATE, self._state or "")
        return self._index

    def _read_mark(self) -> str | None:
        """Give the state of the collection that the index on disk agrees with; None where that is not known."""
        if self._folder is None:
            return self._state
        with suppress(OSError, ValueError):
            return (self._folder / _MARK).read_text(encoding="ascii")
        return None

    def _mark(self, state: str | None) -> None:
        """Note with which state of the collection the index agrees; while it is being changed, with none."""
        self._state = state
        if self._folder is not None and state is None:
            (self._folder / _MARK).unlink(missing_ok=True)
        elif self._folder is not None and state is not None:
            (self._folder / _MARK).write_text(state, encoding="ascii")

    def _open(self) -> Index:
        """Open the index; one that is broken is made anew."""
        try:
            return Index(self._folder)
        except (OSError, ValueError) as fault:
            raise CollectionFault(f"{self._folder}: is broken ({fault}); delete it, it is made again") from fault


def relink(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Work the lineage of some reports out anew, with that of all that are related; give those whose is another now."""
    wanted = set(ids)
    _, tied = find_group(connection, wanted, _JUDGE)
    _judge(connection, (pair for pair, verdict in tied.items() if verdict is None))
    group, related = find_group(connection, wanted, _JUDGE)
    numbers = find_numbers(connection, group)
    held = load_reports(connection, numbers.values())
    apart = find_apart({report.id: digest_body(report) for report in held}, load_judgements(connection))
    digests = {report.id: Digest(report) for report in held}
    verdicts = {pair: unpack(Verdict, told) for pair, told in related.items() if told and pair not in apart}
    before = load_lineage(connection, group)
    after = join(
        link_group([digests[each] for each in members], {pair: verdicts[pair] for pair in pairs})
        for members, pairs in gather_groups(digests, list(verdicts))
    )
    replace_lineage(connection, before, after)
    changed = find_changed(before, after)
    beside = find_beside(before, after, {report.id: newsrooms_of(report) for report in held})
    return changed | _leaning(connection, {id_: beside[id_] for id_ in beside.keys() - changed}, numbers)


def _judge(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Judge pairs of reports that are held, and keep what was found."""
    wanted = sorted(pairs)
    numbers = find_numbers(connection, {id_ for pair in wanted for id_ in pair}).values()
    digests = {report.id: Digest(report) for report in load_reports(connection, numbers)}
    verdicts = judge_pairs(digests, wanted)
    related = {pair: verdict.kind is not Relation.UNRELATED for pair, verdict in verdicts.items()}
    save_pairs(connection, {pair: pack(verdicts[pair]) if related[pair] else None for pair in wanted}, _JUDGE)


def _compare(index: Index, connection: Connection) -> None:
    """Make an index agree with what is held."""
    wanted = {_key(note): note for note in list_held(connection)}
    known = set(index.ids())
    index.remove(known - wanted.keys())
    missing = [note.number for key, note in wanted.items() if key not in known]
    for start in range(0, len(missing), _AT_ONCE):
        index.add([_post(report) for report in load_reports(connection, missing[start : start + _AT_ONCE])])


def find_apart(digest_of: Mapping[str, str], judgements: Iterable[Judgement]) -> set[Pair]:
    """List the pairs of held reports, the lower id first, that a person judged not to be made from each other."""
    ids: dict[str, list[str]] = defaultdict(list)
    for id_, digest in digest_of.items():
        ids[digest].append(id_)
    apart: dict[frozenset[str], bool] = {}
    for each in standing(judgements):
        if each.subject is Subject.DERIVATION and each.mark is not None and each.other is not None:
            apart[frozenset((each.mark.digest, each.other.digest))] = each.act is Act.REJECT
    parted = [sorted(digests) for digests, rejected in apart.items() if rejected and len(digests) > 1]
    return {(min(one, other), max(one, other)) for first, last in parted for one in ids[first] for other in ids[last]}


def _leaning(connection: Connection, beside: Mapping[str, Set[str]], numbers: Mapping[str, int]) -> set[str]:
    """Name those of some reports that may have something from the newsrooms that came to their story, or left it."""
    readings = load_readings(connection, [numbers[id_] for id_ in beside if id_ in numbers])
    corrected = correct_readings(readings, load_judgements(connection))
    return {each.report.id for each in corrected if may_lean_on(each, beside[each.report.id])}


def _find_pairs(index: Index, came: Iterable[Posted]) -> set[Pair]:
    """List the pairs of ids of which one has come and that may be related."""
    pairs: set[Pair] = set()
    for posted in came:
        for key in index.find(posted):
            one, other = sorted((_id_of(posted.id), _id_of(key)))
            pairs.add((one, other))
    return pairs


def _key(note: Held) -> str:
    """Give what the index knows a version of a report by."""
    return f"{note.id} {note.digest}"


def _id_of(key: str) -> str:
    """Give the id of the report that the index knows by a key."""
    return key.rpartition(" ")[0]


def _post(report: Report) -> Posted:
    return Digest(report).posted._replace(id=f"{report.id} {digest_body(report)}")
