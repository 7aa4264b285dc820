"""Mentions that may have to do with each other are tied, and each part has a mark that tells whether it has changed.

Those that were kept before have no ties and no mark: they get both when something new is first found near them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table of ties, and put the marks in place of the regions."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "akin",
        sa.Column("mention", number, nullable=False),
        sa.Column("other", number, nullable=False),
        sa.ForeignKeyConstraint(["mention"], ["mention.number"], name=op.f("fk_akin_mention"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["mention.number"], name=op.f("fk_akin_other"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_akin_other", "akin", ["other"])
    op.drop_index("ix_mention_region", table_name="mention")
    op.drop_column("mention", "region")
    op.add_column("mention", sa.Column("mark", sa.BigInteger(), nullable=False, server_default="0"))
