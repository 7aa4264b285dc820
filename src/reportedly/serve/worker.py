"""The worker: one thread that works what was handed in into the collection, file by file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from threading import Event, Thread

from reportedly.collect import Collection
from reportedly.collect.jobs import Jobs
from reportedly.collection import Added
from reportedly.errors import ReportedlyError
from reportedly.job import Job, JobState
from reportedly.pipeline import read_reports
from reportedly.report import Report, Unread
from reportedly.serve.shelf import Shelf

_LONGEST = 120  # characters of a file's name
_PART = 8  # reports that come in together: so often is the progress noted

log = logging.getLogger(__name__)


class Worker:
    """Works jobs in, one after the other; begun by `start`, ended by `stop` after the part that it is at."""

    def __init__(self, shelf: Shelf, jobs: Jobs) -> None:
        self._shelf = shelf
        self._jobs = jobs
        self._wake = Event()
        self._ending = Event()
        self._thread = Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin, with what an earlier process left undone."""
        self._jobs.revive()
        self._wake.set()
        self._thread.start()

    def wake(self) -> None:
        """Say that something was handed in."""
        self._wake.set()

    def stop(self) -> None:
        """End; a job that has begun goes on when the next process starts."""
        self._ending.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=30)

    def _run(self) -> None:
        while not self._ending.is_set():
            self._wake.wait()
            self._wake.clear()
            while not self._ending.is_set() and (taken := self._jobs.take()):
                self.work(*taken)

    def work(self, job: Job, content: bytes) -> Job:
        """Work one job in; whatever goes wrong is told in it, and what had come in by then is kept."""
        try:
            job = self._work_in(job, content)
        except ReportedlyError as fault:
            job = replace(job, state=JobState.FAILED, fault=str(fault))
        except Exception as fault:  # the worker outlives whatever one file does to it
            log.exception("job %d failed", job.number)
            job = replace(job, state=JobState.FAILED, fault=f"{type(fault).__name__}: {fault}")
        if job.state is not JobState.RUNNING:
            self._jobs.note(job)
        return job

    def _work_in(self, job: Job, content: bytes) -> Job:
        """Work a job in part by part, so that it may be stopped in between."""
        job = replace(job, read=0, new=(), held=0, edits=0, unread=())
        part: list[Report | Unread] = []
        for item in _read(job.name, content):
            part.append(item)
            if len(part) == _PART:
                job, part = self._add(job, part), []
                if self._ending.is_set():
                    return job
        if part:
            job = self._add(job, part)
        return replace(job, state=JobState.DONE)

    def _add(self, job: Job, part: list[Report | Unread]) -> Job:
        collection: Collection = self._shelf.collection
        with self._shelf.writing:
            added: Added = collection.add_reports(part)
        job = replace(
            job,
            read=job.read + len(part),
            new=job.new + added.new,
            held=job.held + len(added.held),
            edits=job.edits + len(added.edits),
            unread=job.unread + added.unread,
        )
        self._jobs.note(job)
        return job


def name_upload(told: str) -> str:
    """Give the name of a file that was handed in without any folder, and without what no name may hold.

    >>> name_upload("../../etc/a b.txt"), name_upload("C:\\\\x\\\\y.html"), name_upload("..")
    ('a b.txt', 'y.html', 'upload.txt')
    """
    last = PurePath(told.replace("\\", "/")).name
    kept = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(" .")
    stem, dot, end = kept.rpartition(".")
    short = f"{stem[:_LONGEST]}{dot}{end[:12]}" if dot else kept[:_LONGEST]
    return short or "upload.txt"


def _read(name: str, content: bytes) -> Iterator[Report | Unread]:
    """Read the reports of a file that was handed in; what comes out names the file and no folder of this machine."""
    with TemporaryDirectory(prefix="reportedly-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        for item in read_reports([str(path)]):
            if isinstance(item, Report):
                yield replace(item, path=name)
            else:
                told = {"path": item.path, "reason": item.reason}
                yield replace(item, **{part: words.replace(f"{folder}/", "") for part, words in told.items()})
