"""What retellings changed is kept, and the newest versions of reports and the names of sites are found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of comparisons and the indexes."""
    op.create_table(
        "comparison",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("ix_comparison_b", "comparison", ["b"])
    op.create_index("ix_report_superseded_known", "report", ["superseded", "known", "id"])
    op.create_index("ix_sighting_name", "sighting", ["name"])
