"""Trained models and the vocabulary that all of them read with, each loaded once in a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


@cache
def load_vocabulary() -> Tokenizer:
    """Load what cuts text into the encoder's word pieces."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(files("reportedly.data") / "tagger_vocabulary.json"))


@cache
def load_model(name: str) -> InferenceSession:
    """Load a model of `data`; one thread, so that a run never depends on the machine's cores."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(
        str(files("reportedly.data") / name),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # joined, addition and norm take four times as long
    )
