"""The same input gives the same output, whatever the order and the process."""

import json
import os
import subprocess
import sys

from reportedly import assess_reports, gather_reports
from reportedly.record import to_record


def test_readings_and_picture_do_not_depend_on_the_order_of_the_inputs(example_paths, dossier):
    reports, _ = gather_reports(example_paths[::-1])
    turned = assess_reports(reports)
    assert json.dumps(to_record(turned.picture)) == json.dumps(to_record(dossier.picture))
    assert [to_record(reading) for reading in turned.readings] == [to_record(one) for one in dossier.readings]
    assert [to_record(one) for one in turned.comparisons] == [to_record(one) for one in dossier.comparisons]


def test_the_picture_is_the_same_bytes_in_another_process(example_paths):
    def printed(seed, paths):
        called = [sys.executable, "-m", "reportedly", "brief", "--format", "json", *paths]
        return subprocess.run(
            called, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout

    few = example_paths[:3]
    assert printed("1", few) == printed("2", few[::-1])
