"""The templates of pages: everything that they write is escaped, and a name that is not told is a fault."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly.export import wording
from reportedly.export.catalogue import name_file, name_report, title_report
from reportedly.lineage import Drift


def set_up_templates(package: str, **known: object) -> Environment:
    """Set up the templates in the folder `templates` of a package; they know the plain words and `known`, by name."""
    environment = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words={name: value for name, value in vars(wording).items() if not name.startswith("_")},
        name_file=name_file,
        name_report=name_report,
        title_report=title_report,
        Drift=Drift,
        **known,
    )
    return environment
