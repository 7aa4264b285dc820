"""The screens: one router a file, each with its page and its records."""

from __future__ import annotations

from reportedly.serve.screens import (
    add,
    claims,
    compare,
    desk,
    export,
    health,
    judging,
    map_and_time,
    marking,
    places,
    question,
    report,
    search,
    sign_in,
    sources,
    story,
    timeline,
    views,
    why,
    words,
)

ROUTERS = tuple(
    screen.router
    for screen in (
        desk,
        marking,
        story,
        compare,
        report,
        claims,
        why,
        places,
        map_and_time,
        timeline,
        question,
        search,
        sources,
        health,
        add,
        judging,
        words,
        export,
        views,
        sign_in,
    )
)
