"""The first tables of a collection, and what finds words in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SQLITE = """
CREATE VIRTUAL TABLE report_words USING fts5(
  title, body, content='report', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_words_add AFTER INSERT ON report BEGIN
  INSERT INTO report_words(rowid, title, body) VALUES (new.number, new.title, new.body);
END;
CREATE TRIGGER report_words_drop AFTER DELETE ON report BEGIN
  INSERT INTO report_words(report_words, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
END;
CREATE VIRTUAL TABLE claim_words USING fts5(
  summary, words, content='claim', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_words_add AFTER INSERT ON claim BEGIN
  INSERT INTO claim_words(rowid, summary, words) VALUES (new.number, new.summary, new.words);
END;
CREATE TRIGGER claim_words_drop AFTER DELETE ON claim BEGIN
  INSERT INTO claim_words(claim_words, rowid, summary, words) VALUES ('delete', old.number, old.summary, old.words);
END;
"""
_POSTGRESQL = """
ALTER TABLE report ADD COLUMN found tsvector GENERATED ALWAYS AS
  (setweight(to_tsvector('english', left(coalesce(title, ''), 10000)), 'A')
    || to_tsvector('english', left(body, 250000))) STORED;
CREATE INDEX ix_report_found ON report USING gin (found);
ALTER TABLE claim ADD COLUMN found tsvector GENERATED ALWAYS AS
  (setweight(to_tsvector('english', left(summary, 10000)), 'A') || to_tsvector('english', left(words, 250000))) STORED;
CREATE INDEX ix_claim_found ON claim USING gin (found);
"""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "claim",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("part", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("first_reported", sa.Text(), nullable=True),
        sa.Column("last_reported", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("opposed", sa.Boolean(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_claim_last_reported"), "claim", ["last_reported"], unique=False)
    op.create_index("ix_claim_opposed_rank", "claim", ["opposed", "rank"], unique=False)
    op.create_index(op.f("ix_claim_part"), "claim", ["part"], unique=False)
    op.create_index("ix_claim_place_name_rank", "claim", ["place_name", "rank"], unique=False)
    op.create_index("ix_claim_place_rank", "claim", ["place", "rank"], unique=False)
    op.create_index(op.f("ix_claim_rank"), "claim", ["rank"], unique=False)
    op.create_index(op.f("ix_claim_start"), "claim", ["start"], unique=False)
    op.create_index(op.f("ix_claim_summary"), "claim", ["summary"], unique=False)
    op.create_index("ix_claim_type_rank", "claim", ["type", "rank"], unique=False)
    op.create_table(
        "derivation",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_derivation_b"), "derivation", ["b"], unique=False)
    op.create_table(
        "family",
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("head"),
    )
    op.create_table(
        "judgement",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_judgement_digest"), "judgement", ["digest"], unique=False)
    op.create_table(
        "lost",
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("judgement"),
    )
    op.create_table(
        "mention",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("part", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mention_part"), "mention", ["part"], unique=False)
    op.create_index("ix_mention_report_place", "mention", ["report", "place"], unique=True)
    op.create_table(
        "pair",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_pair_b"), "pair", ["b"], unique=False)
    op.create_table(
        "report",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_report_digest"), "report", ["digest"], unique=False)
    op.create_index(op.f("ix_report_id"), "report", ["id"], unique=False)
    op.create_index(op.f("ix_report_item"), "report", ["item"], unique=False)
    op.create_index(op.f("ix_report_known"), "report", ["known"], unique=False)
    op.create_table(
        "retelling",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_retelling_report"), "retelling", ["report"], unique=False)
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "source_letter",
        sa.Column("newsroom", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("newsroom", "date"),
    )
    op.create_table(
        "unread",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "member",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["family"], ["family.head"], name=op.f("fk_member_family"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_member_family"), "member", ["family"], unique=False)
    op.create_table(
        "mention_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mention", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention"], ["mention.number"], name=op.f("fk_mention_key_mention"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "mention"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mention_key_mention"), "mention_key", ["mention"], unique=False)
    op.create_table(
        "reading",
        sa.Column("report", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name=op.f("fk_reading_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "sighting",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_sighting_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sighting_claim"), "sighting", ["claim"], unique=False)
    op.create_index(op.f("ix_sighting_site"), "sighting", ["site"], unique=False)
    op.create_index("ix_sighting_site_start", "sighting", ["site", "start"], unique=False)
    op.create_table(
        "support",
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("opposing", sa.Boolean(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("leg", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_support_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "place"),
    )
    op.create_index(op.f("ix_support_report"), "support", ["report"], unique=False)
    _make_words()


def _make_words() -> None:
    """Make what the search looks words up in."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in _statements(_SQLITE):
            op.execute(sa.text(statement))
    else:
        for statement in _POSTGRESQL.split(";\n"):
            if statement.strip():
                op.execute(sa.text(statement))


def _statements(script: str) -> list[str]:
    """Part a script of SQLite's into its statements; those of a trigger stand indented."""
    found: list[str] = []
    for line in script.strip().splitlines():
        if line.startswith("CREATE"):
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found
