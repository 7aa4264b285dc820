"""A collection keeps what comes, counts what is known and forgets nothing, whatever database it lies in."""

import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy

from reportedly import read_text
from reportedly.claim import ClaimFilter
from reportedly.collect import Collection, comparing, scope
from reportedly.errors import CollectionFault, UnknownResource
from reportedly.pipeline import assess_reports, gather_reports, trace_claim
from reportedly.report import Unread
from reportedly.store import table

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix != ".toml")

WIRE = """ADEN, May 3 (Harbour Wire) - Two frigates appeared to leave the port of Aden on Friday, three port officials said.

"We have seen the two frigates sail at dawn," said Salim Haddad, the deputy harbour master.

The navy did not respond to a request for comment. Officials said four tankers remained at anchor outside the port.
"""


def wire(**told):
    return read_text(WIRE, **{"title": "Two frigates leave Aden", "published": "2024-05-03", **told})


@pytest.fixture(scope="module")
def examples():
    return gather_reports(EXAMPLES)[0]


def test_what_is_worked_in_one_by_one_is_what_starting_over_gives(lasting, examples):
    shuffled = random.Random(7).sample(examples, len(examples))
    with Collection(lasting) as held:
        for report in shuffled:
            held.add_reports([report])
        assert held.dossier() == assess_reports(examples)


def test_where_only_the_nearest_parts_of_a_region_are_worked_out_again_nothing_is_lost_or_told_twice(
    examples, monkeypatch
):
    monkeypatch.setattr(scope, "_MOST", 0)
    with Collection(":memory:") as held:
        for report in examples:
            held.add_reports([report])
        assert held.picture() == assess_reports(examples).picture


def test_a_report_of_something_else_writes_no_claim_anew(where, examples):
    def numbers(held):
        with held._database.reading() as connection:
            return dict(connection.execute(sqlalchemy.select(table.claim.c.id, table.claim.c.number)).all())

    with Collection(where) as held:
        held.add_reports(examples)
        before = numbers(held)
        held.add_reports(
            [read_text("A comet was seen over Lima, said Rosa Quispe, an astronomer.", published="2031-01-01")]
        )
        after = numbers(held)
        assert before.items() < after.items()


def test_a_collection_opened_again_is_as_it_was_left(lasting, examples):
    with Collection(lasting) as held:
        held.add_reports(examples[:4])
        left = held.picture()
    with Collection(lasting) as held:
        assert held.picture() == left
        held.add_reports(examples[4:])
        assert held.picture() == assess_reports(examples).picture


def test_an_index_that_was_lost_is_made_again(tmp_path, examples):
    with Collection(str(tmp_path / "a.db")) as held:
        held.add_reports(examples[:6])
    for path in (tmp_path / "a.db.index").iterdir():
        path.unlink()
    with Collection(str(tmp_path / "a.db")) as held:
        held.add_reports(examples[6:])
        assert held.picture() == assess_reports(examples).picture


def test_two_that_write_in_turn_see_each_others_reports(lasting, examples):
    with Collection(lasting) as one, Collection(lasting) as other:
        for number, report in enumerate(examples[:5]):
            (one, other)[number % 2].add_reports([report])
        assert one.picture() == other.picture() == assess_reports(examples[:5]).picture


def test_what_is_held_word_for_word_is_passed_over(where):
    with Collection(where) as held:
        assert len(held.add_reports([wire()]).new) == 1
        again = held.add_reports([wire()])
        assert (again.new, len(again.held)) == ((), 1)
        assert held.holdings().reports == 1


def test_an_address_read_again_with_other_words_is_a_newer_version_whose_edits_are_told(where):
    url = "https://example.org/aden"
    with Collection(where) as held:
        held.add_reports([wire(url=url)])
        edited = read_text(
            WIRE.replace("appeared to leave", "left"), title="Two frigates leave Aden", published="2024-05-03", url=url
        )
        (edit,) = held.add_reports([edited]).edits
        assert "hedge_dropped" in {variation.kind.value for variation in edit.comparison.variations}
        assert [report.body for report in held.reports()] == [edited.body]
        assert (held.holdings().reports, held.holdings().versions) == (1, 1)


def test_marks_of_a_campaign_make_no_other_address(where):
    with Collection(where) as held:
        held.add_reports([wire(url="https://example.org/aden")])
        assert held.add_reports([wire(url="https://Example.org/aden/?utm_source=letter#top")]).new == ()


def test_the_picture_as_it_could_be_known_leaves_out_what_came_later(where):
    later = read_text("Three frigates left Aden on Sunday, the navy said.", published="2024-05-05")
    with Collection(where) as held:
        held.add_reports([wire(), later])
        assert held.picture("2024-05-04") == assess_reports([wire()], as_of="2024-05-04").picture
        assert len(held.picture("2024-05-05").reports) == 2
        assert held.picture("2024-05-02").reports == ()


def test_the_picture_as_it_could_be_known_has_the_version_of_then(where):
    url = "https://example.org/aden"
    first = datetime(2024, 5, 3, 12, tzinfo=UTC)
    with Collection(where) as held:
        held.add_reports([wire(url=url)], fetched=first)
        edited = read_text(WIRE.replace("Two frigates", "Five frigates"), published="2024-05-03", url=url)
        held.add_reports([edited], fetched=datetime(2024, 5, 6, tzinfo=UTC))
        assert held.picture("2024-05-04").reports[0].body == wire(url=url).body
        assert held.picture("2024-05-07").reports[0].body == edited.body


def test_an_undated_report_is_known_from_when_it_was_fetched(where):
    undated = read_text("Three frigates left Aden, the navy said.")
    with Collection(where) as held:
        held.add_reports([undated], fetched=datetime(2024, 5, 6, 9, tzinfo=UTC))
        assert held.picture("2024-05-06T08:00Z").reports == ()
        assert len(held.picture("2024-05-06T10:00Z").reports) == 1


def test_a_moment_that_is_none_is_refused(where):
    with Collection(where) as held, pytest.raises(UnknownResource, match="yesterday is no day"):
        held.picture("yesterday")


def test_claims_are_found_by_what_they_are_about(where, examples):
    with Collection(where) as held:
        held.add_reports(examples)
        claims = held.claims()
        for wanted in (
            ClaimFilter(origins=2),
            ClaimFilter(opposed=True),
            ClaimFilter(type=claims[0].type),
            ClaimFilter(place=claims[0].place.name),
            ClaimFilter(report=claims[0].supporting[0].report),
            ClaimFilter(since="2026-03-12", until="2026-03-13"),
            ClaimFilter(until="2026-03"),
        ):
            found = held.claims(wanted)
            assert found == [claim for claim in claims if wanted.admits(claim)]
            assert 0 < len(found) < len(claims)
        assert held.claims(limit=3, offset=2) == claims[2:5]


def test_a_claim_is_found_by_the_beginning_of_its_id(where):
    with Collection(where) as held:
        held.add_reports([wire()])
        claim = held.claims()[0]
        assert held.claim(claim.id[:-2]) == claim
        with pytest.raises(UnknownResource, match="stands for"):
            held.claim("cla-")
        with pytest.raises(UnknownResource, match="is no claim"):
            held.claim("nothing")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("frigates sail", 1),
        ('"two frigates sail"', 1),
        ('"sail frigates"', 0),
        ("frigate -tankers", 0),
        ("officials officially", 1),
        ('"; DROP TABLE report; --', 0),
        ("***", 0),
        ("\x00\ud800", 0),
        ("", 0),
    ],
)
def test_reports_are_found_by_their_words_and_no_words_do_harm(where, words, found):
    with Collection(where) as held:
        held.add_reports([wire()])
        _, reports = held.search(words)
        assert len(reports) == found
        assert held.holdings().reports == 1


def test_text_that_no_database_takes_comes_back_as_it_was(where):
    hostile = "ADEN - \x00 \ud83d Two frigates left Aden, \u202e officials said.'; DROP TABLE claim; --"
    report = read_text(hostile, as_is=True, title="\x00\udfff", publisher="\x00", url="http://x/\x00")
    with Collection(where) as held:
        held.add_reports([report, Unread(path="\ud800", reason="\x00")])
        assert held.reports() == [report]
        assert held.picture().claims == assess_reports([report]).picture.claims


def test_inputs_that_could_not_be_read_are_kept_with_their_newest_reason(where):
    with Collection(where) as held:
        held.add_reports([Unread(path="a.html", reason="is empty")])
        held.add_reports([wire(), Unread(path="a.html", reason="is a picture")])
        assert held.picture().unread == (Unread(path="a.html", reason="is a picture"),)


def test_what_another_version_has_read_is_read_again(where, monkeypatch):
    with Collection(where) as held:
        with monkeypatch.context() as older:
            older.setattr("reportedly.analyse.COMPONENTS", {"parse": "older/0"})
            held.add_reports([wire()])
        assert held.holdings().outdated == 1
        assert held.refresh() == 1
        assert held.holdings().outdated == 0
        assert held.picture() == assess_reports([wire()]).picture


def test_a_file_that_is_no_collection_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Not a database.")
    with pytest.raises(CollectionFault, match=r"notes\.txt: is no collection"):
        Collection(str(path))
    assert path.read_text() == "Not a database."


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    with pytest.raises(CollectionFault, match="holds tables of something else"):
        Collection(str(path))


def test_a_collection_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "newer.db"
    Collection(str(path)).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CollectionFault, match="newer"):
        Collection(str(path))


@pytest.mark.parametrize("released", ["0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"])
def test_a_collection_of_an_earlier_program_is_brought_up_to_date(lasting, released, tmp_path, earlier_program):
    later = read_text("Two frigates sailed from Aden on Friday, said Ada Lind, a pilot.", published="2024-05-04")
    with earlier_program(released):
        Collection(lasting).close()
    if "://" not in lasting:
        newest = str(tmp_path / "newest.db")
        with Collection(newest) as held:
            held.add_reports([wire()])
        _copy_rows(newest, lasting)
    with Collection(lasting) as held:
        placed = [claim for claim in held.claims() if claim.place is not None and claim.place.lat is not None]
        assert list(held.claims(ClaimFilter(box=(-180, -90, 180, 90)))) == placed
        held.add_reports([wire()])
        held.add_reports([later])
        assert held.dossier() == assess_reports([wire(), later])


def _copy_rows(source, target):
    """Copy the rows of one SQLite collection into another one's tables, as far as these have the columns."""
    engines = [sqlalchemy.create_engine(f"sqlite:///{path}") for path in (source, target)]
    tables = [sqlalchemy.MetaData() for _ in engines]
    for engine, held in zip(engines, tables, strict=True):
        held.reflect(engine)
    with engines[0].connect() as given, engines[1].begin() as taken:
        for name, table in tables[1].tables.items():
            if name == "alembic_version" or "_words" in name or name not in tables[0].tables:
                continue
            columns = [column for column in tables[0].tables[name].columns if column.name in table.columns]
            rows = given.execute(sqlalchemy.select(*columns).distinct()).mappings().all()
            if rows:
                taken.execute(table.insert(), [dict(row) for row in rows])
    for engine in engines:
        engine.dispose()


def test_an_address_that_nobody_answers_is_told_without_its_password(tmp_path):
    with pytest.raises(CollectionFault) as told:
        Collection(f"postgresql://desk:secret@/desk?host={tmp_path}")
    assert "secret" not in str(told.value)


def test_a_site_of_a_large_collection_is_told_by_the_reports_that_name_it(where, examples, monkeypatch):
    with Collection(where) as held:
        held.add_reports(examples)
        whole = held.sites("Chimoio", what=["Il-76"])
        monkeypatch.setattr("reportedly.collect.dossier._FEW", 3)
        assert held.sites("Chimoio", on=whole.day, what=["Il-76"]) == whole
        assert whole.sites[0].rows[0].state == "last_seen"


def test_the_trace_of_a_claim_by_its_id_is_that_of_the_whole_picture(where, examples):
    with Collection(where) as held:
        held.add_reports(examples)
        dossier = held.dossier()
        for claim in dossier.picture.claims[:8]:
            assert held.why(claim.id) == trace_claim(dossier, claim.id)


def test_a_question_is_answered_from_the_collection(where, examples):
    with Collection(where) as held:
        held.add_reports(examples)
        answer = held.ask("Is the relief force leaving Beira?")
        assert answer.opposing
        assert {line.claim for line in answer.lines} <= {claim.id for claim in held.claims()}


def test_what_retellings_changed_is_worked_out_once(where, examples, monkeypatch):
    with Collection(where) as held:
        held.add_reports(examples)
        told = held.dossier().comparisons
        assert told
        with monkeypatch.context() as patched:
            patched.setattr(comparing, "compare_readings", None)
            assert held.dossier().comparisons == told


def test_what_a_retelling_changed_is_told_anew_once_it_is_another_text(where):
    address = "https://lamp.example/frigates"
    with Collection(where) as held:
        held.add_reports([wire(publisher="Harbour Wire")])
        for words in ("left", "may have left"):
            body = WIRE.replace("appeared to leave", words).replace("(Harbour Wire)", "(Lamp)")
            held.add_reports([read_text(body, url=address, publisher="Lamp", published="2024-05-04")])
            (told,) = held.dossier().comparisons
            assert any(words in (each.derivative.text if each.derivative else "") for each in told.variations)
        held.remove([told.reports.b.id, told.reports.a.id])
        assert not held.dossier().comparisons


def test_a_large_collection_is_not_looked_through_for_a_claim_that_no_id_begins_with(where, examples, monkeypatch):
    with Collection(where) as held:
        held.add_reports(examples[:3])
        claim = held.claims()[0]
        monkeypatch.setattr("reportedly.collect.dossier._FEW", 1)
        assert held.why(claim.id[:-1]).claim == claim.id
        for told in ("cla-", "nothing"):
            with pytest.raises(UnknownResource, match=f"{told} begins"):
                held.why(told)
