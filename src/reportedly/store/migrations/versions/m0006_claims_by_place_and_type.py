"""Claims are counted by where they lie and by what happened, without a look at each."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the indexes that are counted along."""
    op.create_index("ix_claim_place_name", "claim", ["place_name"])
    op.create_index("ix_claim_type", "claim", ["type"])
