"""Which language a text is in, and when that is not told."""

import pytest

from reportedly.read.language import find_language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Two ferries collided outside the harbour on Tuesday.", None, "en"),
        ("Zwei Fähren sind am Dienstag vor dem Hafen zusammengestoßen.", "en", "de"),
        ("Два парома столкнулись у входа в гавань во вторник.", None, "ru"),
        ("OK", None, None),
        ("OK", "de-AT", "de"),
        ("", None, None),
        ('" ” "', None, None),
    ],
)
def test_language(text, declared, language):
    assert find_language(text, declared) == language
