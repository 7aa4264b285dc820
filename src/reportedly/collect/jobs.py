"""The jobs of a collection: what is handed in waits here, outlives the process, and is worked in by one worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.collect.opened import Opened
from reportedly.errors import UnknownResource
from reportedly.job import Job, JobState
from reportedly.store import jobs
from reportedly.text.day import stamp

_SHOWN = 100  # jobs that are listed


class Jobs(Opened):
    """What was handed in, in one collection."""

    def hand_in(self, name: str, content: bytes, *, by: str) -> Job:
        """Keep a file until it is its turn."""
        job = Job(
            number=0,
            name=name,
            state=JobState.WAITING,
            by=by,
            size=len(content),
            handed_in=stamp(),
            ended=None,
            read=0,
            new=(),
            held=0,
            edits=0,
            unread=(),
            fault=None,
        )
        with self._database.writing() as connection:
            return jobs.save_job(connection, job, content)

    def take(self) -> tuple[Job, bytes] | None:
        """Begin the job that has waited longest; None where none waits."""
        with self._database.writing() as connection:
            waiting = jobs.load_jobs(connection, JobState.WAITING)
            if not waiting:
                return None
            job = replace(waiting[-1], state=JobState.RUNNING)
            jobs.note_job(connection, job)
            return job, jobs.load_content(connection, job.number)

    def note(self, job: Job) -> None:
        """Keep how far a job has come; one that ends here gets the moment of it."""
        ended = job.state in (JobState.DONE, JobState.FAILED, JobState.WITHDRAWN)
        with self._database.writing() as connection:
            jobs.note_job(connection, replace(job, ended=stamp()) if ended else job)

    def withdraw(self, number: int) -> Job:
        """Take a job back that has not begun.

        Raises:
            UnknownResource: there is none of this number that still waits.
        """
        with self._database.writing() as connection:
            job = jobs.load_job(connection, number)
            if job is None or job.state is not JobState.WAITING:
                raise UnknownResource(f"job {number} does not wait any more")
            gone = replace(job, state=JobState.WITHDRAWN, ended=stamp())
            jobs.note_job(connection, gone)
            return gone

    def revive(self) -> int:
        """Let jobs wait again that a process which ended had begun; adding again goes on where it stopped."""
        with self._database.writing() as connection:
            begun = jobs.load_jobs(connection, JobState.RUNNING)
            for job in begun:
                jobs.note_job(connection, replace(job, state=JobState.WAITING))
            return len(begun)

    def list_jobs(self) -> Sequence[Job]:
        """List the jobs, the latest first."""
        with self._database.reading() as connection:
            return jobs.load_jobs(connection, limit=_SHOWN)

    def open_jobs(self) -> Sequence[Job]:
        """List the jobs that wait or run, the latest first."""
        with self._database.reading() as connection:
            return jobs.load_jobs(connection, JobState.WAITING, JobState.RUNNING)
