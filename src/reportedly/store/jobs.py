"""Jobs in a collection's database, with what was handed in until it is worked in."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from reportedly.job import Job, JobState
from reportedly.store import table
from reportedly.store.codec import pack, unpack

_job = table.job.c


def save_job(connection: Connection, job: Job, content: bytes) -> Job:
    """Keep a new job; give it with its number."""
    row = {"state": job.state.value, "record": pack(job), "content": content}
    number = connection.execute(insert(table.job).values(row).returning(_job.number)).scalar_one()
    numbered = replace(job, number=number)
    note_job(connection, numbered)
    return numbered


def note_job(connection: Connection, job: Job) -> None:
    """Keep how far a job has come; what was handed in is let go of when it has ended."""
    values: dict[str, object] = {"state": job.state.value, "record": pack(job)}
    if job.state not in (JobState.WAITING, JobState.RUNNING):
        values["content"] = None
    connection.execute(update(table.job).where(_job.number == job.number).values(values))


def load_job(connection: Connection, number: int) -> Job | None:
    """Give a job; None where there is none of this number."""
    record = connection.execute(select(_job.record).where(_job.number == number)).scalar_one_or_none()
    return None if record is None else unpack(Job, record)


def load_content(connection: Connection, number: int) -> bytes:
    """Give what was handed in with a job that has not ended."""
    return connection.execute(select(_job.content).where(_job.number == number)).scalar_one() or b""


def load_jobs(connection: Connection, *states: JobState, limit: int | None = None) -> list[Job]:
    """List jobs, the latest first: those in some states, or all."""
    chosen = select(_job.record).order_by(_job.number.desc()).limit(limit)
    if states:
        chosen = chosen.where(_job.state.in_([state.value for state in states]))
    return [unpack(Job, record) for record in connection.execute(chosen).scalars()]
