"""The trained tagger: what it reads, what it may answer, and that every processor gives the same answer."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from reportedly.analyse import Tagger, analyse
from reportedly.analyse.parse import parse
from reportedly.analyse.tag_path import LABELS, best_labels, join, spans
from reportedly.analyse.tagger import MODEL, observe, tag
from reportedly.analyse.tagger_input import FEATURES, WINDOW, feature_sizes, lay_out, read_words, windows
from reportedly.read import read_text

WEIGHTS = Path(str(files("reportedly.data") / MODEL))
REPORT = """The harbour board expects the north quay to reopen by Friday, its chair, Ama Tetteh, told Ledger Radio.

"We have looked at every pile," she said. "Two will have to be replaced."

Pilots doubt it. They want the channel dredged first, and some suspect that the board has played down the damage.

The ministry declined to comment. According to a survey seen by the paper, the wall moved by 11 centimetres."""
NONE, SOURCE, CUE, CONTENT = 0, 1, 3, 5


def parsed(text: str):
    return parse(read_text(text, as_is=True))[-1].doc


def test_every_word_is_judged_once_in_windows_that_fit():
    words = read_words(parsed("\n\n".join([REPORT] * 6)))
    judged = [n for w in windows(words) for n in range(w.judged, w.end)]
    assert judged == list(range(len(words.tokens)))
    assert max(len(lay_out(words, window)[0]) for window in windows(words)) <= WINDOW


def test_a_paragraph_too_long_for_a_window_is_still_read_whole():
    words = read_words(parsed("The mayor said that the bridge would open again soon and " * 60))
    assert [n for w in windows(words) for n in range(w.judged, w.end)] == list(range(len(words.tokens)))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "'", "-", "\u200b", "A", "é\u0301"])
def test_texts_of_next_to_nothing_have_no_attributions(text):
    doc = parsed(f"x {text}")
    assert tag(observe(doc), np.zeros((len(doc), LABELS), dtype=np.float32)) == []


def test_features_stay_within_the_sizes_that_the_model_was_made_with():
    features = read_words(parsed(REPORT)).features
    assert features.shape[1] == len(FEATURES)
    assert (features.max(axis=0) < np.array(feature_sizes())).all()
    assert (features >= 0).all()


def test_a_span_neither_starts_in_its_middle_nor_runs_over_a_paragraphs_end():
    scores = np.full((6, LABELS), -9.0, dtype=np.float32)
    scores[:, CONTENT + 1] = 0.0  # every word would rather go on with content
    labels = best_labels(scores, [0, 3])
    assert spans(labels, "content") == [(0, 3), (3, 6)]


def test_content_goes_to_its_cue_and_a_cue_without_a_source_has_none():
    labels = [SOURCE, CUE, CONTENT, CONTENT + 1, CUE, CONTENT]
    scores = np.zeros((6, LABELS), dtype=np.float32)
    to_cue, to_source = np.full((6, 6), -9.0, dtype=np.float32), np.full((6, 7), -9.0, dtype=np.float32)
    to_cue[2:4, 1] = to_cue[5, 4] = to_source[1, 0] = to_source[4, 6] = 0.0
    first, second = join(labels, scores, to_cue, to_source)
    assert (first.source, first.cue, first.content) == ((0, 1), (1, 2), ((2, 4),))
    assert (second.source, second.cue, second.content) == (None, (4, 5), ((5, 6),))


def test_what_else_is_in_the_run_changes_nothing():
    alone = analyse(read_text(REPORT, as_is=True), tagger=Tagger.MODEL)
    analyse(read_text("Something else entirely, a man said. " * 30, as_is=True), tagger=Tagger.MODEL)
    assert analyse(read_text(REPORT, as_is=True), tagger=Tagger.MODEL) == alone


def test_the_model_finds_the_thoughts_that_no_rule_foresees_and_says_that_it_was_asked():
    reading = analyse(read_text(REPORT, as_is=True), tagger=Tagger.MODEL)
    by_rules = analyse(read_text(REPORT, as_is=True), tagger=Tagger.RULES)
    assert "tagger" in reading.made_by
    assert "tagger" not in by_rules.made_by
    assert by_rules.attributions
    cues = {one.cue.text for one in reading.attributions if one.cue}
    assert cues >= {"expects", "said", "want", "suspect"}


def test_the_model_is_small_and_whole():
    assert WEIGHTS.stat().st_size < 30_000_000


# Processors with eight-bit dot products (VNNI) sum exactly. Older ones add two products in sixteen bits, which clip at
# 32,767: one bit of each weight is kept free so that they never do.


@cache
def model():
    onnx = pytest.importorskip("onnx")
    return onnx.load(str(WEIGHTS))


def evaluator(clipping: bool):
    from onnx.reference import ReferenceEvaluator
    from onnx.reference.op_run import OpRun

    class MatMulInteger(OpRun):
        def _run(self, a, b, a_zero=None, b_zero=None):
            a, b = a.astype(np.int32), b.astype(np.int32)
            first, second = a[..., 0::2], a[..., 1::2]
            total = np.zeros((*a.shape[:-1], b.shape[-1]), dtype=np.int32)
            for n in range(b.shape[0] // 2):
                pair = first[..., n, None] * b[2 * n] + second[..., n, None] * b[2 * n + 1]
                total += np.clip(pair, -32768, 32767) if clipping else pair
            zero = 0 if a_zero is None else a_zero.astype(np.int32)
            return (total - zero * b.sum(axis=0),)

    class DequantizeLinear(OpRun):  # the evaluator knows it from a later version on
        def _run(self, x, scale, zero=None, **_):
            return ((x.astype(np.float32) - (0 if zero is None else zero.astype(np.float32))) * scale,)

    class MultiHeadAttention(OpRun):
        op_domain = "com.microsoft"

        def _run(self, query, key, value, num_heads=None):
            size = query.shape[-1] // num_heads
            q, k, v = (x.reshape(*x.shape[:2], num_heads, size).swapaxes(1, 2) for x in (query, key, value))
            points = q @ k.swapaxes(2, 3) / np.sqrt(np.float32(size))
            share = np.exp(points - points.max(-1, keepdims=True))
            mixed = (share / share.sum(-1, keepdims=True)) @ v
            return (mixed.swapaxes(1, 2).reshape(query.shape),)

    return ReferenceEvaluator(model(), new_ops=[MatMulInteger, DequantizeLinear, MultiHeadAttention])


def labels_by(run) -> list[int]:
    words = read_words(parsed(REPORT.split("\n\n")[0]))
    (window,) = windows(words)
    pieces, word_of, first = lay_out(words, window)
    inputs = {
        name: np.array(v, dtype=np.int64)
        for name, v in zip(("pieces", "word_of", "first"), (pieces, word_of, first), strict=True)
    }
    scores = run(["labels"], {**inputs, "features": words.features})[0]
    return best_labels(scores, words.breaks)


def test_processors_without_eight_bit_dot_products_give_the_same_labels():
    from reportedly.data.trained import load_model

    here = labels_by(load_model(MODEL).run)
    assert any(here)
    assert labels_by(evaluator(clipping=True).run) == here
    assert labels_by(evaluator(clipping=False).run) == here


def test_no_sum_of_two_products_can_overflow_sixteen_bits():
    from onnx import numpy_helper

    weights = [numpy_helper.to_array(t) for t in model().graph.initializer if t.data_type == 3]  # eight bits, signed
    assert sum(w.size for w in weights) > 10_000_000
    assert all(255 * 2 * int(np.abs(w.astype(int)).max(initial=0)) <= 32_767 for w in weights)
