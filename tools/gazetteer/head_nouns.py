"""Give the other words by which reports call our own places: 'Engels airfield' for 'Engels Air Base'."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from place import Place, read_tsv
from reportedly.analyse.transliteration import spelling_key

_AIR = (
    "air base", "airbase", "airfield", "air force base", "air force station", "base", "military base", "military airport",
    "military airfield", "aerodrome",
)  # fmt: skip
_NAVAL = ("naval base", "base", "naval facility", "naval station", "navy base", "naval port")
_NUCLEAR = (
    "nuclear power plant", "nuclear plant", "power plant", "plant", "npp", "nuclear power station", "nuclear power facility",
    "nuclear facility",
)  # fmt: skip
_POWER = ("thermal power plant", "power plant", "power station", "thermal power station", "tpp")
_DAM = (
    "dam",
    "hydroelectric dam",
    "hydroelectric power plant",
    "hydroelectric power station",
    "hydropower plant",
    "hydropower dam",
)
_PRISON = ("prison", "jail", "detention center", "detention centre", "detention facility")
_CROSSING = ("crossing", "border crossing", "border gate", "border post", "checkpoint", "border")
_OIL_TERMINAL = ("oil terminal", "terminal", "oil port", "oil export terminal", "export terminal")
_SPACE = ("cosmodrome", "spaceport", "space center", "space centre", "launch site", "space launch center")
_CAMP = ("camp", "refugee camp")
_ARSENAL = ("arsenal", "ammunition depot", "arms depot", "ammunition warehouse")
# What a name ends in, and what it may end in instead; the longest ending counts.
_ENDINGS = {
    "air base": _AIR, "airbase": _AIR, "airfield": _AIR, "air force station": _AIR, "military airport": _AIR,
    "naval base": _NAVAL, "submarine base": ("submarine base", "naval base", "base", "nuclear submarine base"),
    "nuclear power plant": _NUCLEAR, "nuclear power station": _NUCLEAR, "thermal power plant": _POWER, "power station": _POWER,
    "refinery": ("refinery", "oil refinery"), "oil refinery": ("refinery", "oil refinery"), "dam": _DAM, "prison": _PRISON,
    "crossing": _CROSSING, "border crossing": _CROSSING, "oil terminal": _OIL_TERMINAL, "cosmodrome": _SPACE,
    "camp": _CAMP, "refugee camp": _CAMP, "arsenal": _ARSENAL, "oil field": ("oil field", "oilfield", "field"),
    "gas field": ("gas field", "gasfield", "field"), "oil depot": ("oil depot", "fuel depot", "oil storage facility"),
    "international airport": ("international airport", "airport"), "airport": ("airport", "international airport", "airfield"),
    "test site": ("test site", "test range"), "test range": ("test range", "test site", "range"),
    "missile base": ("missile base", "base"), "shipyard": ("shipyard", "shipyards", "shipbuilding yard"),
    "island": ("island",), "steel plant": ("steel plant", "steelworks", "plant"),
}  # fmt: skip
# What reports add to a name that has no such ending.
_ADDED = {
    "base": ("base", "military base"),
    "crossing": _CROSSING,
    "airport": ("airport",),
    "port": ("port",),
}
_BARE_KINDS = frozenset({"base", "airport", "facility", "crossing", "island"})
# There bases bear people's names, and reports give them in full.
_NAMED_AFTER_PEOPLE = frozenset({"US", "GB", "CA", "AU", "NZ", "PR"})
_SHORTEST_BARE = 5


def _ending(key: str) -> str:
    """Give the longest ending that a key has; empty without one."""
    return max((end for end in _ENDINGS if key.endswith(" " + end)), key=len, default="")


def other_names(place: Place) -> Iterator[str]:
    """Give the spelling keys that follow from a place's names by their head nouns."""
    for name in (place.name, *place.names):
        key = spelling_key(name)
        if key.startswith("port of "):
            bare = key.removeprefix("port of ")
            yield from (f"{bare} {noun}" for noun in ("port", "harbour", "harbor", "seaport"))
        elif end := _ending(key):
            yield from (key.removesuffix(end) + other for other in _ENDINGS[end])
        else:
            yield from (f"{key} {noun}" for noun in _ADDED.get(place.kind, ()))
            if place.kind == "port" and key.endswith(" port"):
                yield "port of " + key.removesuffix(" port")


def bare_name(place: Place, taken: Collection[str]) -> str | None:
    """Give the key of a name without its head noun, where nothing else bears it: 'Dyagilevo'.

    Args:
        place: one of ours.
        taken: the keys of every other place and of people and ordinary words.
    """
    key = spelling_key(place.name)
    end = _ending(key)
    if place.kind not in _BARE_KINDS or place.country in _NAMED_AFTER_PEOPLE or not end:
        return None
    bare = key.removesuffix(" " + end)
    return bare if len(bare) >= _SHORTEST_BARE and bare not in taken else None


def ordinary_keys(data: Path) -> set[str]:
    """Give the words and given names that no place may be called by alone."""
    words = {row["word"] for row in read_tsv(data / "frequencies.tsv")}
    names = {row["name"] for row in read_tsv(data / "speaker_given_names.tsv")}
    return words | names
