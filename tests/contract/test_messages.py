"""No refusal without words in both languages."""

import ast
from pathlib import Path

import pytest

from services.core.errors import LANGUAGES, ErrorCode, UserError, catalogue, placeholders

SERVICES = Path(__file__).parents[2] / "services"
MAKERS = {"UserError", "invalid", "conflict", "say", "_refuse"}


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_words_in_every_language(code: ErrorCode) -> None:
    words = {language: UserError(code).text(language) for language in LANGUAGES}
    assert len(set(words.values())) == len(LANGUAGES)


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_a_text_stands_in_every_language_with_the_same_parameters(key: str) -> None:
    texts = catalogue()[key]
    assert set(texts) == set(LANGUAGES)
    assert all(text.strip() for text in texts.values())
    assert len({placeholders(text) for text in texts.values()}) == 1


def keys_in_code() -> set[str]:
    """Dotted literals that are given to what makes an error or a text."""
    found = set()
    for file in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                found |= {
                    argument.value
                    for argument in node.args[:2]
                    if name in MAKERS
                    and isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and "." in argument.value
                    and " " not in argument.value
                }
    return found


def test_every_key_used_in_code_is_in_a_catalogue() -> None:
    used = keys_in_code()
    assert len(used) > 10
    assert used - catalogue().keys() == set()


def test_an_unknown_language_is_answered_in_danish() -> None:
    assert UserError(ErrorCode.NOT_FOUND).text("xx") == UserError(ErrorCode.NOT_FOUND).text("da")


def test_the_exception_itself_has_no_words_for_the_user() -> None:
    error = UserError(ErrorCode.RULE_BLOCKED, texts={"da": "Et navn", "en": "A name"})
    assert "navn" not in str(error)
    assert error.text("en") == "A name"
