"""Every output form for a terminal, in plain text without colour."""

from reportedly.export.comparison_text import write_comparison
from reportedly.export.ledger_text import write_ledger
from reportedly.export.lineage_text import write_lineage
from reportedly.export.picture_text import write_picture
from reportedly.export.reading_text import write_reading
from reportedly.export.site_text import write_survey
from reportedly.export.trace_text import write_trace

__all__ = [
    "write_comparison",
    "write_ledger",
    "write_lineage",
    "write_picture",
    "write_reading",
    "write_survey",
    "write_trace",
]
