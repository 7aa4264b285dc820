"""A watch file is read, or refused in one line that names the file, the key and the reason."""

import pytest

from reportedly.attribution import Polarity
from reportedly.errors import UnreadableInput
from reportedly.read.watchlist import read_watchlist
from reportedly.watchlist import Question, WatchedName, WatchedPlace

WHOLE = """
[[place]]
name = "Aden"
aliases = ["port of Aden"]
lat = 12.8
lon = 45
radius_km = 10

[[actor]]
name = "Norway"
aliases = ["Oslo"]

[[asset]]
name = "patrol ships"

[[question]]
text = "Is Norway leaving Aden?"

[[question]]
text = "Does Norway stay?"
acts = ["withdraw"]
actor = "Oslo"
places = ["port of Aden"]
polarity = "negated"
"""


def write(tmp_path, text):
    path = tmp_path / "watch.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_watch_file_holds_places_actors_assets_and_questions(tmp_path):
    read = read_watchlist(write(tmp_path, WHOLE))
    place = WatchedPlace(name="Aden", aliases=("port of Aden",), lat=12.8, lon=45.0, radius_km=10.0)
    assert read.places == (place,)
    assert read.actors == (WatchedName(name="Norway", aliases=("Oslo",)),)
    assert read.assets == (WatchedName(name="patrol ships"),)
    assert read.questions[0] == Question(text="Is Norway leaving Aden?")


def test_a_pattern_knows_the_places_and_actors_of_its_file_by_any_name(tmp_path):
    pattern = read_watchlist(write(tmp_path, WHOLE)).questions[1].pattern
    assert pattern.actor == WatchedName(name="Norway", aliases=("Oslo",))
    assert pattern.places[0].lat == 12.8
    assert pattern.polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[place]]\nname = 'Aden'\nlat = 120\nlon = 3", "place 1, lat: write a number from -90 to 90, not 120"),
        ("[[place]]\nname = 'Aden'\nlat = true\nlon = 3", "place 1, lat: write a number from -90 to 90, not True"),
        ("[[place]]\nname = 'Aden'\nlat = 12", "place 1, lon: lat and lon stand together"),
        ("[[place]]\nlat = 12\nlon = 3", "place 1, name: it is missing"),
        ("[[place]]\nname = 'A'\n[[place]]\nname = ''", "place 2, name: write words in quotation marks"),
        ("[[actor]]\nname = 'A'\naliases = 'B'", 'actor 1, aliases: write a list of words: ["one", "other"]'),
        ("[[ship]]\nname = 'A'", "ship: a watch file has [[place]], [[actor]], [[asset]], [[question]]"),
        ("[place]\nname = 'A'", "place: write it as [[place]], once for each"),
        ("[[asset]]\nname = 'A'\ncolour = 'red'", "asset 1, colour: there is no such key; there are name, aliases"),
        ("[[question]]\ntext = 'A?'\nactor = 'B'", "question 1, actor: a pattern has acts, too"),
        ("[[question]]\ntext = 'A?'\nacts = []", "question 1, acts: name one act at least"),
        (
            "[[question]]\ntext = 'A?'\nacts = ['go']\npolarity = 'no'",
            "question 1, polarity: write affirmed or negated, not 'no'",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_key_and_the_reason(tmp_path, text, said):
    path = write(tmp_path, text)
    with pytest.raises(UnreadableInput) as refused:
        read_watchlist(path)
    assert str(refused.value) == f"{path}: {said}"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableInput, match="No such file"):
        read_watchlist(str(tmp_path / "none.toml"))


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "watch.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableInput, match="not UTF-8 at byte 0"):
        read_watchlist(str(tmp_path / "watch.toml"))


def test_what_is_not_toml_is_refused_in_one_line(tmp_path):
    with pytest.raises(UnreadableInput, match="not TOML") as refused:
        read_watchlist(write(tmp_path, "[[place"))
    assert "\n" not in str(refused.value)
