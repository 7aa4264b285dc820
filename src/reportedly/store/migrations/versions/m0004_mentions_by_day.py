"""Mentions are found by the days that they are about, and lie in regions of parts.

Those that were kept before count as of any day, and each part as a region of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of keys anew, with days, and the column of regions."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("mention", sa.Column("region", number, nullable=False, server_default="0"))
    op.execute("UPDATE mention SET region = part")
    op.create_index("ix_mention_region", "mention", ["region"])
    op.rename_table("mention_key", "mention_key_before")
    op.drop_index("ix_mention_key_mention", table_name="mention_key_before")
    op.create_table(
        "mention_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mention", number, nullable=False),
        sa.ForeignKeyConstraint(
            ["mention"], ["mention.number"], name=op.f("fk_mention_key_mention"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "day", "mention"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO mention_key (key, day, mention) SELECT key, 0, mention FROM mention_key_before")
    op.drop_table("mention_key_before")
    op.create_index("ix_mention_key_mention", "mention_key", ["mention"])
