"""What stands in a copy of the data has a word for people, whatever the contract calls it."""

from graphql import FieldNode, OperationDefinitionNode, Visitor, parse, visit

from services.api.portal.access_requests.words import WORDS, told
from services.api.portal.documents import trusted_documents

WRAPPED = {"edges", "node", "pageInfo", "hasNextPage", "endCursor", "id", "width"}
"""What holds something, or what the address of a drawing is made of."""


def test_every_field_of_a_copy_has_a_word() -> None:
    asked: set[str] = set()

    class Names(Visitor):
        def enter_field(self, node: FieldNode, *_: object) -> None:
            asked.add((node.alias or node.name).value)

    for name in ("CopyOfOwn", "CopyOfChild", "CopyOfLog"):
        document = parse(trusted_documents()[name])
        assert any(isinstance(one, OperationDefinitionNode) for one in document.definitions)
        visit(document, Names())
    assert asked - WRAPPED - set(WORDS) == set()
    assert set(WORDS) - asked == set()


def test_a_code_is_said_in_words_and_a_time_as_one() -> None:
    (meeting,) = told(
        {"meetings": {"meetingStatus": "CANCELLED", "startsAt": "2026-11-23T09:00:00Z", "place": "Stue 2"}}
    )
    assert [(one.kind, one.text) for one in meeting.parts] == [
        ("code", "Aflyst"),
        ("moment", "2026-11-23T09:00:00Z"),
        ("text", "Stue 2"),
    ]
    assert meeting.short


def test_whether_parents_may_read_it_is_told_of_a_childs_words_alone() -> None:
    of_child, of_parent = (
        told({"perspectives": {"whose": whose, "ownWords": False, "forParents": False, "forGuests": True}})[0]
        for whose in ("CHILD", "PARENT")
    )
    words = [
        "Det er skrevet, som barnet sagde det",
        "Forældrene kan læse det",
        "Gæster på mødet kan læse det",
    ]
    assert [one.label for one in of_child.parts[1:]] == words
    assert [one.label for one in of_parent.parts[1:]] == words[2:]
