"""The web app: the screens that people work in, over one collection, from this machine alone."""

from __future__ import annotations

from reportedly.serve.app import create_app

__all__ = ["create_app"]
