"""A collection that is kept: what comes in is worked into the picture, what a person decides stays."""

from __future__ import annotations

from reportedly.collect.collection import Collection
from reportedly.collect.exchange import read_judgements, write_judgements
from reportedly.collect.judging import Request

__all__ = ["Collection", "Request", "read_judgements", "write_judgements"]
