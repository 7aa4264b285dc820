"""Claims are found by the point that they lie at; those that are held get theirs from their record."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
_AT_ONCE = 2_000  # claims that are looked at together


def upgrade() -> None:
    """Add the two columns, fill them, and make the index."""
    op.add_column("claim", sa.Column("latitude", sa.Float()))
    op.add_column("claim", sa.Column("longitude", sa.Float()))
    claim = sa.table("claim", *(sa.column(name) for name in ("number", "place", "record", "latitude", "longitude")))
    number, record = claim.c.number, claim.c.record
    connection, last = op.get_bind(), 0
    chosen = (
        sa.select(number, record).select_from(claim).where(claim.c.place.is_not(None)).order_by(number).limit(_AT_ONCE)
    )
    put = sa.update(claim).where(number == sa.bindparam("of"))
    put = put.values(latitude=sa.bindparam("lat"), longitude=sa.bindparam("lon"))
    while rows := connection.execute(chosen.where(number > last)).all():
        told = [(row.number, json.loads(zlib.decompress(row.record))["claim"]["place"]) for row in rows]
        connection.execute(put, [{"of": of, "lat": spot["lat"], "lon": spot["lon"]} for of, spot in told])
        last = rows[-1].number
    op.create_index("ix_claim_latitude", "claim", ["latitude"])
