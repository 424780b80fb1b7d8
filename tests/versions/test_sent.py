"""A model sent as texts is judged as a directory is, within limits, and leaves nothing behind."""

import tempfile
from pathlib import Path

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.tenancy.loader import load_model
from services.core.tenancy.sent import MOST_CHARACTERS, MOST_FILES, judge
from tests.rules.cases import TENANTS

RANDERS = TENANTS / "randers"


def sent(directory: Path = RANDERS) -> dict[str, str]:
    """A municipality's directory as somebody sends it."""
    files = (path for path in directory.rglob("*") if path.suffix in {".toml", ".md", ".svg"})
    return {path.relative_to(directory).as_posix(): path.read_text("utf-8") for path in files}


async def test_a_sound_model_is_what_its_directory_holds() -> None:
    judged = await judge(sent())
    assert (judged.model, judged.findings) == (load_model(RANDERS), ())


async def test_every_mistake_comes_with_its_file_line_and_words() -> None:
    files = sent()
    meeting = "meetings/netvaerksmoede_3.toml"
    files[meeting] = files[meeting].replace("minutes = ", "minuts = ", 1)
    files["law.toml"] += "\n[[law\n"
    judged = await judge(files)
    assert judged.model is None
    found = {one.file: one for one in judged.findings}
    assert {meeting, "law.toml"} <= found.keys()
    assert found[meeting].path == "minuts"
    assert found[meeting].line > 1
    assert found[meeting].message("da") != found[meeting].message("en")


@pytest.mark.parametrize(
    "name",
    [
        "../model.toml",
        "/etc/model.toml",
        "a/b/c.toml",
        "model.toml\0",
        "Model.TOML",
        "model.sh",
        ".toml",
        "a/../b.toml",
    ],
)
async def test_a_name_leads_nowhere_else(name: str) -> None:
    with pytest.raises(UserError) as refused:
        await judge({name: ""})
    assert (refused.value.code, refused.value.message_key) == (ErrorCode.INVALID_INPUT, "model.file_name")


@pytest.mark.parametrize(
    "files",
    [{"model.toml": "x" * (MOST_CHARACTERS + 1)}, {f"meetings/m{n}.toml": "" for n in range(MOST_FILES + 1)}],
    ids=["too long", "too many"],
)
async def test_more_than_is_taken_is_refused_before_anything_is_written(files: dict[str, str]) -> None:
    with pytest.raises(UserError) as refused:
        await judge(files)
    assert refused.value.message_key == "model.too_much"


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "{x=" * 5000, "a" + ".a" * 5000 + " = 1"])
async def test_what_is_built_to_exhaust_a_reader_is_a_finding(text: str) -> None:
    judged = await judge({**sent(), "model.toml": text})
    assert judged.model is None
    assert judged.findings


def lying_about() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("rundbord-model-*"))


async def test_nothing_is_left_of_what_was_sent() -> None:
    before = lying_about()
    await judge(sent())
    assert lying_about() <= before
