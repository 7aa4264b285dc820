"""Pairs of a wire story and its retelling, as two sites carry them, with a reading by hand: `open` to read, `aside` not."""
