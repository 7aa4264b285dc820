from tests.analyse.told import entities

from reportedly.event import EntityKind


def test_a_surname_is_the_person_named_in_full():
    found = [
        each
        for each in entities("Anna Keller left. President Keller spoke on Monday.")
        if each.kind is EntityKind.PERSON
    ]
    assert {each.name for each in found} == {"Anna Keller"}
    assert len({each.id for each in found}) == 1
    assert [each.span.text for each in found] == ["Anna Keller", "Keller"]


def test_two_full_names_are_two_people():
    found = entities("Anna Keller met Peter Keller in the park.")
    assert len({each.id for each in found if each.kind is EntityKind.PERSON}) == 2


def test_stated_aliases_are_kept():
    found = entities("Rebel chief Karim Haddad, better known as Abu Samir, spoke to reporters.")
    assert any(each.name == "Karim Haddad" and each.aliases == ("Abu Samir",) for each in found)


def test_armed_groups_are_groups():
    assert [(e.name, e.kind) for e in entities("The Taliban took the valley.")] == [("Taliban", EntityKind.GROUP)] or [
        e.kind for e in entities("The Taliban took the valley.")
    ] == [EntityKind.GROUP]


def test_every_mention_is_its_own_words():
    body = "Mr. Jonas Weber’s aide met Weber."
    for entity in entities(body):
        assert entity.span.check(body)
