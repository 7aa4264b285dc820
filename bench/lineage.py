"""Reports per CPU-second of linking, beside peers on the same texts, and how it grows: `python -m bench.lineage`.

First the mixed corpus of the reference folder, where it is beside the checkout: finding candidates alone, with
verification, and the peers, each in a process of its own, with F1. Then made collections of 10,000 and 100,000
reports, end to end from a file of JSON lines to the families. Their stories are the texts of the corpus (or of
`examples/`, where that is absent) with each word but function words exchanged for another one throughout a story; of each there
are five reports: the story, two with sentences left out, moved and words exchanged, an excerpt within another story,
and one that shares nothing but its subject's words.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from evals.lineage.peers import Pairs, containment, datasketch, f1, rensa
from evals.lineage.run import corpus
from evals.reference import NotHere

from bench.speed import texts as example_texts
from reportedly.data import read_words

SIZES = (10_000, 100_000)
_WORD = re.compile(r"[^\W_]+")
_LOOK = 1.0  # seconds between two looks at how much memory is used
_ADDED = 50  # reports added one by one to the largest index


def candidates(texts: dict[str, str]) -> Pairs:
    """Find the candidates alone, through the index; none is verified."""
    from reportedly.link import find_pairs

    return {frozenset(pair) for pair in find_pairs([digest.posted for digest in _digests(texts)])}


def verified(texts: dict[str, str]) -> Pairs:
    """Link the reports: candidates, alignment, verdicts, direction, families and where each sentence comes from."""
    from reportedly.lineage import DERIVED
    from reportedly.link import link

    found = link([digest.report for digest in _digests(texts)])
    return {frozenset((pair.a, pair.b)) for pair in found.derivations if pair.kind in DERIVED}


def _digests(texts: dict[str, str]) -> list[Any]:
    from dataclasses import replace

    from reportedly.link import Digest
    from reportedly.read import read_text

    bare = read_text("A word.", as_is=True)
    return [Digest(replace(bare, id=key, body=text)) for key, text in texts.items()]


JOBS: dict[str, Callable[[dict[str, str]], Pairs]] = {
    "candidates": candidates,
    "with verification": verified,
    "plain containment": containment,
    "datasketch": datasketch,
    "rensa": rensa,
}


def _measure(job: str, texts: dict[str, str], told: Any) -> None:
    JOBS[job](dict(list(texts.items())[:20]))
    before = time.process_time()
    said = JOBS[job](texts)
    told.send((time.process_time() - before, said))


def _apart(target: Callable[..., None], *arguments: object) -> Any:
    """Run something in a process of its own and give what it sends."""
    return _watched(target, *arguments)[0]


def _watched(target: Callable[..., None], *arguments: object) -> tuple[Any, float]:
    """Run something in a process of its own; give what it sends, and the most memory in MB seen of it and its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(*arguments, sender))
    process.start()
    sender.close()  # so that a process that fails ends this one too
    peak = 0.0
    while not receiver.poll(_LOOK):
        peak = max(peak, sum(map(_memory, _descendants(process.pid or 0))))
    found = receiver.recv()
    process.join()
    return found, peak


def _descendants(process: int) -> list[int]:
    """List a process and all that it started, as far as the system tells."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    found = [process]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def _memory(process: int) -> float:
    """Give the memory of a process in MB; of what several share, each has its part, so that it is counted once."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1e3
    return 0.0


def beside_peers() -> None:
    """Print speed and F1 on the mixed corpus."""
    try:
        texts, gold, ignored = corpus()
    except NotHere as reason:
        print(f"skipped: {reason}")
        return
    print(f"{len(texts)} reports of {sum(len(text.split()) for text in texts.values()) // len(texts)} words on average")
    for job in JOBS:
        cpu, said = _apart(_measure, job, texts)
        print(f"{job:<18} {len(texts) / cpu:>9.0f} reports/CPU-s   F1 {f1(said, gold, ignored):.3f}", flush=True)


def collection(size: int) -> Iterator[dict[str, str]]:
    """Make a collection of so many reports."""
    try:
        originals = list(corpus()[0].values())
    except NotHere:
        originals = [row["text"] for row in example_texts()]
    kept = read_words("stopwords.txt")
    pool = sorted({word for text in originals for word in _plain(text) if word not in kept})
    for number in range(size // 5):
        dice = random.Random(number)
        story = _sentences(
            originals[number % len(originals)], dict(zip(pool, dice.sample(pool, len(pool)), strict=True))
        )
        host = _sentences(
            originals[(number + 7) % len(originals)], dict(zip(pool, dice.sample(pool, len(pool)), strict=True))
        )
        made = (
            story,
            _perturbed(story, dice),
            _perturbed(story, dice),
            host + story[: max(3, len(story) // 3)],
            dice.sample(host, len(host))[: len(host) // 2],
        )
        for version, report in enumerate(made):
            yield {"id": f"{number}-{version}", "text": " ".join(report)}


def _plain(text: str) -> set[str]:
    """Give the words of a text in lower case, without the marks round them."""
    return set(_WORD.findall(text.lower()))


def _sentences(text: str, exchange: dict[str, str]) -> list[str]:
    """Give the sentences of a text with its words exchanged, names and numbers among them; capitals stay."""
    from reportedly.text.sentence import split_sentences

    def other(found: re.Match[str]) -> str:
        word = exchange.get(found.group().lower(), found.group())
        return word.capitalize() if found.group()[0].isupper() else word

    return [_WORD.sub(other, text[start:end]) for start, end in split_sentences(text)]


def _perturbed(story: list[str], dice: random.Random) -> list[str]:
    """Leave one sentence in six out, move one, and exchange one word in eight."""
    words = [word for sentence in story for word in sentence.split()]
    kept = [sentence for sentence in story if dice.random() > 1 / 6] or story
    kept.append(kept.pop(dice.randrange(len(kept))))
    return [" ".join(dice.choice(words) if dice.random() < 1 / 8 else word for word in each.split()) for each in kept]


def _end_to_end(path: str, told: Any) -> None:
    """Read a file and link what is in it, as the command does."""
    from reportedly.pipeline import gather_reports, link_reports

    begun, before = time.monotonic(), _cpu()
    reports, _ = gather_reports([path], as_is=True)
    read = time.monotonic() - begun
    found = link_reports(reports, processes=2)
    told.send((time.monotonic() - begun, read, _cpu() - before, len(found.derivations), len(found.families)))


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _adding(path: str, told: Any) -> None:
    """Fill an index on disk with the reports of a file but a few; add these one by one, and ask what they may retell."""
    from reportedly.link import Digest, Index
    from reportedly.pipeline import gather_reports

    reports, _ = gather_reports([path], as_is=True)
    posted = [Digest(report).posted for report in reports[:-_ADDED]]
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder))
        index.add(posted)
        del posted
        took = []
        for report in reports[-_ADDED:]:
            begun = time.monotonic()
            one = Digest(report).posted
            index.add([one])
            index.find(one)
            took.append(time.monotonic() - begun)
        held = sum(each.stat().st_size for each in Path(folder).iterdir()) / 1e6
        index.close()
    told.send((sorted(took), held))


def growth(sizes: Sequence[int]) -> None:
    """Print what made collections take end to end, and what adding one report to the largest takes."""
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.jsonl"
            with path.open("w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(row) + "\n" for row in collection(size))
            (wall, read, cpu, pairs, families), peak = _watched(_end_to_end, str(path))
            costs.append(cpu / size)
            print(
                f"{size} reports: {wall:.0f} s end to end on 2 processes ({read:.0f} s of it reading), {cpu:.0f} CPU-s,"
                f" {1e3 * cpu / size:.2f} CPU-ms each, at most {peak:.0f} MB, {pairs} pairs, {families} families",
                flush=True,
            )
        took, held = _apart(_adding, str(path))
    if len(costs) > 1:
        print(f"cost of one report: {costs[-1] / costs[0]:.2f} times as much among {sizes[-1]} as among {sizes[0]}")
    print(
        f"adding one report to the index of {sizes[-1]} and asking for its candidates:"
        f" {1e3 * took[len(took) // 2]:.1f} ms, the slowest of {len(took)} {1e3 * took[-1]:.1f} ms; {held:.0f} MB on disk"
    )


def main(arguments: Sequence[str]) -> int:
    """Run; sizes of collections may be given instead of 10,000 and 100,000."""
    beside_peers()
    growth([int(each) for each in arguments] or SIZES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
