"""The registry of keys and commands: the help, the palette and the keyboard all read it, so none of them can drift."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """One thing that a key or the palette does."""

    keys: str  # as they are pressed, one after the other: 'g d'; empty where only the palette has it
    words: str
    act: str  # go, next, previous, open, click, focus, palette, help or close
    target: str = ""  # an address, or what is acted on in the page, as a CSS selector
    where: str = "everywhere"


_CLAIMS = "Claims, Story, Site"
SHORTCUTS = (
    Shortcut(keys="g d", words="Go to the Desk", act="go", target="/"),
    Shortcut(keys="g c", words="Go to Claims", act="go", target="/claims"),
    Shortcut(keys="g s", words="Go to Sites", act="go", target="/sites"),
    Shortcut(keys="g m", words="Go to the Map", act="go", target="/map"),
    Shortcut(keys="g t", words="Go to the Timeline", act="go", target="/timeline"),
    Shortcut(keys="g q", words="Go to Questions", act="go", target="/questions"),
    Shortcut(keys="g o", words="Go to Sources", act="go", target="/sources"),
    Shortcut(keys="g h", words="Go to Health", act="go", target="/health"),
    Shortcut(keys="g j", words="Go to Judgements", act="go", target="/judgements"),
    Shortcut(keys="g a", words="Add reports", act="go", target="/add"),
    Shortcut(keys="g x", words="Export", act="go", target="/exports"),
    Shortcut(keys="/", words="Search", act="focus", target="#search"),
    Shortcut(keys="Ctrl+k", words="Open the palette: everything by name", act="palette"),
    Shortcut(keys="?", words="Show the keys", act="help"),
    Shortcut(keys="Escape", words="Close the drawer, the palette or this list", act="close"),
    Shortcut(keys="j", words="Next row", act="next", target="[data-row]", where="lists"),
    Shortcut(keys="k", words="Previous row", act="previous", target="[data-row]", where="lists"),
    Shortcut(keys="Enter", words="Open the row", act="open", target="[data-open]", where="lists"),
    Shortcut(keys="e", words="Show the evidence of the row", act="click", target="[data-evidence]", where="lists"),
    Shortcut(keys="x", words="Select the row, or let it go", act="click", target=".at [data-pick]", where="lists"),
    Shortcut(keys="a", words="Accept the claims selected", act="click", target="[data-accept]", where=_CLAIMS),
    Shortcut(
        keys="a", words="Add a claim from the words chosen", act="click", target="[data-own-claim]", where="Report"
    ),
    Shortcut(keys="r", words="Reject the claims selected", act="click", target="[data-reject]", where=_CLAIMS),
    Shortcut(keys="m", words="Merge the claims selected", act="click", target="[data-merge]", where=_CLAIMS),
    Shortcut(keys="S", words="Star the stories selected", act="click", target="[data-star-all]", where="Desk"),
    Shortcut(keys="E", words="Done with the stories selected", act="click", target="[data-done-all]", where="Desk"),
    Shortcut(
        keys="s", words="Star the story, or take the star off", act="click", target=".at [data-star]", where="Desk"
    ),
    Shortcut(
        keys="e", words="Done with the story, or to do again", act="click", target=".at [data-done]", where="Desk"
    ),
    Shortcut(keys="z", words="Undo the last judgement or mark", act="click", target="[data-undo]"),
    Shortcut(keys="n", words="Next change", act="next", target="[data-change]", where="Compare"),
    Shortcut(keys="p", words="Previous change", act="previous", target="[data-change]", where="Compare"),
    Shortcut(keys="t", words="Swap the sides", act="click", target="[data-swap]", where="Compare"),
    *(
        Shortcut(
            keys=str(number),
            words=f"Only changes of kind {number}, or all again",
            act="click",
            target=f'[data-nth="{number}"]',
            where="Compare",
        )
        for number in range(1, 9)
    ),
    Shortcut(
        keys="c", words="Copy the sentence, or the change", act="click", target="[data-copy]", where="Why, Compare"
    ),
    Shortcut(keys="o", words="Open the origin", act="click", target="[data-origin]", where="Story, Report"),
    Shortcut(keys="f", words="Fit the map to all places", act="click", target="[data-fit]", where="Map and time"),
    Shortcut(keys="ArrowLeft", words="Days before", act="click", target="[data-time-back]", where="Map and time"),
    Shortcut(keys="ArrowRight", words="Days after", act="click", target="[data-time-on]", where="Map and time"),
    Shortcut(keys="Space", words="Let the days run, or stop", act="click", target="[data-play]", where="Map and time"),
    Shortcut(keys="[", words="Earlier: report, or day", act="click", target="[data-earlier]", where="Report, Site"),
    Shortcut(keys="]", words="Later: report, or day", act="click", target="[data-later]", where="Report, Site"),
)
