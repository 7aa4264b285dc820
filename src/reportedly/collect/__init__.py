"""A collection that is kept: what comes in is worked into the picture, what a person decides stays."""

from __future__ import annotations

from reportedly.collect.collection import Collection

__all__ = ["Collection"]
