"""Released figures as a file for a spreadsheet, with the judgement: numbers do not leave alone (ALL-09).

Why this is safe: only a released period is given; a cell that a spreadsheet would take for a formula is written as text.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError, run
from services.api.portal.frame import Frame
from services.api.portal.indicators.page import AUDIENCE, ONE
from services.api.portal.language import N_, PortalRequest, catalogue, language_of
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

PATH: Final = "/indicators/{id:str}/figures.csv"
_HEADS: Final = (
    N_("Periode fra"),
    N_("Periode til"),
    N_("Indikator"),
    N_("Mål"),
    N_("Del"),
    N_("Tal"),
    N_("Procent"),
    N_("Bemærkning"),
)
_SMALL: Final = N_("for få til at blive vist")
_UNSEEN: Final = N_("vises ikke")
_JUDGEMENT: Final = N_("Sammenfattende helhedsvurdering")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR: Final = {"da": ";", "en": ","}


async def figures(request: PortalRequest) -> Response[bytes]:
    """The file; NOT_FOUND for a draft as for what does not exist."""
    period = str(request.path_params["id"])
    data = (await run(request, ONE.query, {"id": period})).required()
    frame = Frame.read(data)
    found = data["indicatorPeriod"]
    if frame.capacity not in AUDIENCE or not found or not found["releasedAt"]:
        raise PageError(ErrorCode.NOT_FOUND)
    language = language_of(request, frame.language, family=False)
    name = f"indicators-{found['beganOn']}-{found['endedOn']}.csv"
    return Response(
        content=as_csv(found, language),
        media_type="text/csv",
        headers={**PAGE_HEADERS, "Content-Disposition": f'attachment; filename="{name}"'},
    )


def as_csv(period: dict[str, Any], language: str) -> bytes:
    """A period as UTF-8 with a byte order mark, in the way spreadsheets of the language read it."""
    separator = _SEPARATOR.get(language, ",")
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator)
    for row in _rows(period, language):
        writer.writerow([_text(cell, separator) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def _rows(period: dict[str, Any], language: str) -> Iterator[list[object]]:
    say = catalogue(language).gettext
    yield [say(head) for head in _HEADS]
    days = [period["beganOn"], period["endedOn"]]
    small = say(_SMALL)
    for one in period["indicators"]:
        for measure in one["measures"]:
            begin = [*days, one["name"], measure["name"]]
            if measure["whom"]:
                remark = small if measure["small"] else measure["source"] or ""
                yield [*begin, measure["whom"], measure["whole"], None, remark]
            for figure in measure["figures"]:
                remark = measure["source"] or ""
                if figure["number"] is None:
                    remark = small if figure["small"] else say(_UNSEEN)
                yield [*begin, figure["name"], figure["number"], figure["percent"], remark]
    yield [*days, say(_JUDGEMENT), period["judgement"] or ""]


def _text(cell: object, separator: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float | int):
        number = str(int(cell)) if cell == int(cell) else str(cell)
        return number.replace(".", ",") if separator == ";" else number
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
