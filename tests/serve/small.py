"""A small collection, and what tests do with the app over it."""

import time

from reportedly import read_text

WIRE = """OSTRAVA, March 3 (Lodestar) - Two pumps at the Hornik reservoir stopped on Monday, three water engineers said.

"We are draining the lower basin, nobody is leaving the plant," the director, Jana Holub, told Lodestar.

Satellite images taken on Sunday showed what appeared to be at least four tankers at the gate."""
RETELLING = """Two pumps at the Hornik reservoir failed on Monday, three water engineers confirmed to Lodestar.

"We are emptying the lower basin and nobody will leave the plant," director Jana Holub told Lodestar.

Satellite images taken on Sunday revealed at least four tankers at the gate."""
OTHER = """A reporter of the Beskydy Herald counted four tankers at the gate of the Hornik reservoir on Sunday.

A guard at the gate said that the pumps were running on Monday and had not stopped. Two fire engines arrived in Ostrava on Monday, the guard said."""


def reports():
    """The reports of the small collection."""
    return [
        read_text(
            WIRE,
            title="Pumps stop at Hornik reservoir, engineers say",
            published="2025-03-03T09:00Z",
            publisher="Lodestar",
        ),
        read_text(RETELLING, title="Hornik pumps fail", published="2025-03-03T15:00Z", publisher="Daily Quarry"),
        read_text(OTHER, title="Tankers counted at Hornik", published="2025-03-04", publisher="Beskydy Herald"),
    ]


def mark_of(client):
    """Give what the forms of a browser's session carry."""
    page = client.get("/add").text
    return page.split('name="mark" value="', 1)[1].split('"', 1)[0]


def settle(client):
    """Wait until nothing waits or runs any more; give the jobs, the latest first."""
    for _ in range(600):
        jobs = client.get("/jobs.json").json()
        if not any(job["state"] in ("waiting", "running") for job in jobs):
            return jobs
        time.sleep(0.05)
    raise AssertionError("the jobs do not end")
