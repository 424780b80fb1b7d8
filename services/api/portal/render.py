"""Templates become pages: one environment a language, every value escaped, no undefined name let through."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response

from services.api.portal import labels, options, task_links
from services.api.portal.drafts.keeping import WANTED, Kept
from services.api.portal.formats import filters
from services.api.portal.forms import FormState
from services.api.portal.frame import FAMILY, OVERSIGHT, STAFF, Frame
from services.api.portal.language import PortalRequest, catalogue, language_of, languages_for
from services.api.portal.look.file import logo_url, style_url
from services.api.portal.menus import menu_of
from services.api.portal.merging import mark, marks
from services.api.portal.packing import packed
from services.api.portal.parts import told_apart
from services.api.portal.security import PAGE_HEADERS, QUICK_EXIT
from services.api.static_files import script_urls, static_url
from services.core.contact.addresses import to_read

HERE: Final = Path(__file__).parent


@cache
def environment(language: str) -> Environment:
    """The template environment of a language."""
    texts = catalogue(language)
    env = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    env.install_gettext_callables(texts.gettext, texts.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.filters.update(filters(texts.language))
    env.filters["nodes"] = nodes
    env.filters["splitlines"] = str.splitlines
    env.filters["more"] = more
    env.filters["telephone"] = to_read
    env.filters["label"] = lambda code, kind: texts.gettext(labels.label(kind, code))
    env.filters["translated"] = texts.gettext
    env.globals.update(
        language=texts.language,
        direction=texts.direction,
        static=static_url,
        style_url=style_url,
        logo_url=logo_url,
        scripts=script_urls(),
        quick_exit=QUICK_EXIT,
        new_key=lambda: uuid4().hex,
        mark=mark,
        marks=marks,
        labels=labels,
        menu_of=menu_of,
        task_links=task_links,
        options=options,
        FAMILY=FAMILY,
        STAFF=STAFF,
        OVERSIGHT=OVERSIGHT,
    )
    return env


def render(
    request: PortalRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> Response[bytes]:
    """A whole page in the reader's language, with the headers every page carries."""
    frame: Frame = getattr(request.state, "frame", None) or Frame()
    family = not frame.capacity or frame.capacity in FAMILY
    language = language_of(request, frame.language, family=family)
    sent: FormState | None = context.get("sent_form")

    drafts: Mapping[str, Kept] = context.get("kept", {})
    wanted = request.query_params.get(WANTED, "")
    shown: set[str] = set()

    def form(name: str, *, merges: bool = False) -> FormState:
        shown.add(name)
        kept = drafts.get(name)
        saved_at = kept.saved_at if kept else ""
        if sent is not None and sent.name == name:
            return replace(sent, merges=merges, saved_at=saved_at)
        if kept is not None and wanted == name:
            return FormState(name, kept.values, restored=True, saved_at=saved_at, merges=merges)
        return FormState(name, saved_at=saved_at, merges=merges)

    page = environment(language).get_template(template)
    said: dict[str, Any] = {
        "frame": frame,
        "viewer": frame.viewer,
        "tenant": frame.tenant,
        "capacity": frame.capacity,
        "languages": languages_for(family=family),
        "path": request.url.path,
        "form": form,
        "sent_form": None,
        "left_over": [],
        "done": labels.DONE.get(request.query_params.get("done", "")),
        "at": request.query_params.get("at", ""),
    } | dict(context)
    body = page.render(said)
    if sent is not None and sent.name not in shown and sent.words:
        # What it was written for is no longer there to be written on: the words are.
        body = page.render(said | {"left_over": sent.words})
    if catalogue(language).direction == "rtl":
        body = told_apart(body)
    content, coding = packed(body.encode(), request.headers.get("accept-encoding", ""))
    return Response(
        content=content,
        status_code=status,
        media_type="text/html",
        headers={**PAGE_HEADERS, **coding, "Content-Language": language},
    )


def nodes(connection: Mapping[str, Any] | None) -> Sequence[Any]:
    """The rows of a connection."""
    return [edge["node"] for edge in connection["edges"]] if connection else []


def more(connection: Mapping[str, Any] | None) -> str | None:
    """The cursor of the next page of a connection, where there is one."""
    if not connection or not connection["pageInfo"]["hasNextPage"]:
        return None
    return str(connection["pageInfo"]["endCursor"])
