"""How a municipality looks: a colour that is just dark enough, and a logo that is only a drawing."""

import shutil
from pathlib import Path

import pytest

from services.core.tenancy.check import check_dir, sound_model
from services.core.tenancy.frame import Look
from services.core.tenancy.loader import read
from services.core.tenancy.look import LEAST_CONTRAST, contrast, of_colour, readable
from services.core.tenancy.sent import judge
from services.core.tenancy.statements import is_made_up, owed
from tests.architecture.tree import ROOT
from tests.model.broken import sound_model as start

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
TENANTS = sorted(path.parent.name for path in (ROOT / "tenants").glob("*/tenant.toml"))


@pytest.fixture(scope="module")
def nyby(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return start(tmp_path_factory.mktemp("look"))


def test_the_boundary_of_what_is_read_on_white() -> None:
    assert list(of_colour(Look(colour="#767676"))) == []
    (pale,) = of_colour(Look(colour="#777777"))
    assert "4.47" in pale.text.da
    assert "#767676" in pale.text.en, "the nearest that can be read is named"
    assert (contrast("#000000"), contrast("#ffffff")) == (pytest.approx(21), 1)


@pytest.mark.parametrize("ground", ["#ffffff", "#f5f5f5", "#16191d", "#23272e"])
@pytest.mark.parametrize("colour", ["#8a1c30", "#14563f", "#ffff00", "#000000", "#ffffff", "#777777"])
def test_of_each_colour_one_is_found_that_can_be_read(colour: str, ground: str) -> None:
    found = readable(colour, ground)
    assert contrast(found, ground) >= LEAST_CONTRAST
    assert (found == colour) == (contrast(colour, ground) >= LEAST_CONTRAST)


@pytest.mark.parametrize("name", TENANTS)
def test_each_town_has_its_own_look_and_the_fourth_needs_none(name: str, nyby: Path) -> None:
    model = sound_model(ROOT / "tenants" / name)
    assert model.logo.startswith("<svg")
    assert model.tenant.look.address
    assert model.tenant.look != Look()
    assert sound_model(nyby).logo == ""


@pytest.mark.parametrize(
    "svg",
    [
        f'{HEAD}><script>alert(1)</script></svg>',
        f'{HEAD} onload="alert(1)"/>',
        f'{HEAD}><image href="https://example.org/x.png"/></svg>',
        f'{HEAD}><use href="#a"/></svg>',
        f'{HEAD}><path fill="url(https://example.org/#a)" d="M0 0"/></svg>',
        f'{HEAD}><path style="fill:red" d="M0 0"/></svg>',
        f'{HEAD}><foreignObject/></svg>',
        f'{HEAD}><text>Hej</text></svg>',
        f'{HEAD}>Hej</svg>',
        f'{HEAD}><a xmlns="http://www.w3.org/1999/xhtml"/></svg>',
        f'{HEAD}><g xmlns="http://www.w3.org/1999/xhtml"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{HEAD}><title>&a;</title></svg>',
        f'<?xml-stylesheet href="x.css"?>{HEAD}/>',
        f'{HEAD}><path d="{"M0 0" * 20_000}"/></svg>',
        "no drawing",
        "",
    ],
)  # fmt: skip
def test_a_logo_that_is_more_than_a_drawing_is_refused_at_its_file(
    svg: str, nyby: Path, tmp_path: Path
) -> None:
    directory = Path(shutil.copytree(nyby, tmp_path / "nyby"))
    (directory / "logo.svg").write_text(svg, encoding="utf-8")
    (finding,) = check_dir(directory)
    assert (finding.file, finding.line, finding.code) == ("logo.svg", 1, "bad_logo")


def texts(directory: Path) -> dict[str, str]:
    return {
        path.relative_to(directory).as_posix(): path.read_text(encoding="utf-8")
        for path in directory.rglob("*")
        if path.is_file()
    }


def test_what_a_municipality_still_owes_is_named_and_stops_nothing(nyby: Path) -> None:
    assert check_dir(nyby) == []
    assert [one.path for one in owed(read(nyby))] == [
        "tenant.statements.assessed_on",
        "tenant.statements.accessibility.email",
        "tenant.statements.data_protection.email",
    ]
    assert is_made_up("dpo@Town.EXAMPLE")
    assert not is_made_up("dpo@town.dk")


async def test_a_model_that_is_sent_brings_its_logo(nyby: Path) -> None:
    drawing = f'{HEAD}><title>Nyby</title><rect width="9" height="9"/></svg>'
    judged = await judge({**texts(nyby), "logo.svg": drawing})
    assert judged.findings == ()
    assert judged.model is not None
    assert judged.model.logo == drawing
