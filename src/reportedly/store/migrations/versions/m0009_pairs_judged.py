"""What was found of a pair of reports is kept beside it.

Pairs that were kept before are judged when something new is first found to be related to either report.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns for who judged a pair, and what was found."""
    op.add_column("pair", sa.Column("judge", sa.Text(), nullable=False, server_default=""))
    op.add_column("pair", sa.Column("verdict", sa.Text(), nullable=True))
