"""The tables of a collection: one noun each, machine output beside what people decided.

Whatever the machine worked out (readings, lineage, claims) can be worked out again from the reports. Times are ISO 8601
text: as told where a report tells them, in UTC where this program noted them. `migrations/` holds the way to here.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

report = Table(
    "report",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, index=True),  # versions of one report may have the same
    Column("item", Text, nullable=False, index=True),  # what its versions share: the address, else the id
    Column("digest", Text, nullable=False, index=True),  # of the body
    Column("publisher", Text),
    Column("title", Text),
    Column("body", Text, nullable=False),
    Column("published", Text),  # as told
    Column("known", Text, nullable=False, index=True),  # when it could be known: published, else fetched
    Column("fetched", Text, nullable=False),  # when this collection took it in
    Column("superseded", Text),  # when a newer version came; NULL: this is the newest
    Column("record", Text, nullable=False),  # the report without its body, as JSON
    sqlite_autoincrement=True,
)

reading = Table(
    "reading",
    metadata,
    Column("report", _NUMBER, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),  # JSON without the report, deflated
)

unread = Table(
    "unread",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fetched", Text, nullable=False),
    sqlite_autoincrement=True,
)

pair = Table(  # reports that share enough wording to be looked at closely
    "pair",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True, index=True),
    Column("judge", Text, nullable=False, server_default=""),  # the version that looked; empty: none did yet
    Column("verdict", Text),  # what it found, as JSON; NULL: the two are not related
)

derivation = Table(
    "derivation",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True, index=True),
    Column("kind", Text, nullable=False),
    Column("parent", Boolean, nullable=False),
    Column("record", Text, nullable=False),
)

retelling = Table(
    "retelling",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("report", Text, nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

comparison = Table(  # what a retelling changed, along the edges of the family trees
    "comparison",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True, index=True),
    Column("key", Text, nullable=False),  # of what was compared, and by what: another key, and it is out of date
    Column("record", LargeBinary, nullable=False),  # JSON, deflated
)

family = Table(
    "family",
    metadata,
    Column("head", Text, primary_key=True),  # its first member
    Column("size", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("report", Text, primary_key=True),
    Column("family", Text, ForeignKey("family.head", ondelete="CASCADE"), nullable=False, index=True),
)

mention = Table(  # where a report tells of something that a claim may be about
    "mention",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("report", Text, nullable=False),
    Column("place", Integer, nullable=False),  # among the mentions of its report
    Column("part", _NUMBER, nullable=False, index=True),  # with those of claims that speak against its own
    Column("mark", BigInteger, nullable=False, server_default="0"),  # of its part: another after a change; 0: none
    sqlite_autoincrement=True,
)

mention_key = Table(  # under what a mention is found by others of the same happening
    "mention_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # that it is about, an ordinal; 0: any
    Column("mention", _NUMBER, ForeignKey("mention.number", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

akin = Table(  # mentions of which either may be claimed otherwise because of the other
    "akin",
    metadata,
    Column("mention", _NUMBER, ForeignKey("mention.number", ondelete="CASCADE"), primary_key=True),  # the lower number
    Column("other", _NUMBER, ForeignKey("mention.number", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("part", _NUMBER, nullable=False, index=True),  # of its mentions
    Column("rank", Text, nullable=False, index=True),  # in what order claims are shown: origins first
    Column("summary", Text, nullable=False, index=True),
    Column("label", Text, nullable=False),  # what tells it from claims in the same words
    Column("words", Text, nullable=False),  # of all its supports, for the search
    Column("type", Text, nullable=False, index=True),
    Column("place", Text),  # the gazetteer's id, else the name
    Column("place_name", Text, index=True),  # case folded
    Column("latitude", Float, index=True),  # degrees, WGS 84
    Column("longitude", Float),
    Column("start", Text, index=True),
    Column("end", Text),
    Column("first_reported", Text),
    Column("last_reported", Text, index=True),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("opposed", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),  # the finding, JSON, deflated
    sqlite_autoincrement=True,
)

support = Table(
    "support",
    metadata,
    Column("claim", _NUMBER, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),  # among the claim's supports, those for it first
    Column("opposing", Boolean, nullable=False),
    Column("report", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("leg", Text, nullable=False),
)

sighting = Table(
    "sighting",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("claim", _NUMBER, ForeignKey("claim.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("site", Text, nullable=False, index=True),  # the gazetteer's id, else the name
    Column("name", Text, nullable=False, index=True),
    Column("heading", Text, nullable=False),  # present, absent, arrivals, departures, statements
    Column("start", Text),
    Column("end", Text),
    Column("latitude", Float),  # degrees, WGS 84
    Column("longitude", Float),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, index=True),  # of the body that it is about
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

lost = Table(  # judgements that found nothing to hold for: worked out anew with the claims
    "lost",
    metadata,
    Column("judgement", Text, primary_key=True),
    Column("reason", Text, nullable=False),
)

source_letter = Table(  # what the user's own file says of publishers
    "source_letter",
    metadata,
    Column("newsroom", Text, primary_key=True),  # the name that a publisher is counted under
    Column("date", Text, primary_key=True),
    Column("record", Text, nullable=False),
)

job = Table(  # files that were handed in
    "job",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("state", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("content", LargeBinary),  # NULL once it is done
    sqlite_autoincrement=True,
)

story_mark = Table(  # what people noted of stories for themselves
    "story_mark",
    metadata,
    Column("report", Text, primary_key=True),  # an id; the story is whatever that report belongs to by now
    Column("kind", Text, primary_key=True),
    Column("by", Text, primary_key=True),
    Column("at", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

Index("ix_report_superseded_known", report.c.superseded, report.c.known, report.c.id)
Index("ix_mention_report_place", mention.c.report, mention.c.place, unique=True)
Index("ix_claim_type_rank", claim.c.type, claim.c.rank)
Index("ix_claim_place_rank", claim.c.place, claim.c.rank)
Index("ix_claim_place_name_rank", claim.c.place_name, claim.c.rank)
Index("ix_claim_opposed_rank", claim.c.opposed, claim.c.rank)
Index("ix_sighting_site_start", sighting.c.site, sighting.c.start)
