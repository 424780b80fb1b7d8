"""Versions of the municipality's model, for administrators: what each says, what differs, and yes or no to a new one."""

import re
from typing import Any

from services.api.portal.execution import Data
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import ADMINISTRATION, AUDIT
from services.api.portal.page import Ids, Page

_BODY = re.compile(r"<main>(.*)</main>", re.DOTALL)
_TABLE = re.compile(r"<table\b(.*?)</table>", re.DOTALL)
# As the pages' own tables: a list on a phone, and what is still too wide is moved sideways, also from the keyboard.
_OURS = (
    r'<div class="table--responsive-scroll" tabindex="0" role="group">'
    r'<table class="table table--compact table-md-responsive-headers"\1</table></div>'
)
_MAIL = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_STYLED = re.compile(r' style="[^"]*"')
_LINK = re.compile(r"<a [^>]*>(.*?)</a>", re.DOTALL)
_PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)


def _approve(ids: Ids, fields: Fields) -> Input:
    return {
        "versionId": ids["id"],
        "digest": fields.text("digest"),
        "appliesFrom": fields.day("appliesFrom", required=False),
        "note": fields.text("note", required=False),
    }


def _reject(ids: Ids, fields: Fields) -> Input:
    return {"versionId": ids["id"], "digest": fields.text("digest"), "note": fields.text("note")}


def _withdraw(ids: Ids, fields: Fields) -> Input:
    return {"versionId": ids["id"], "digest": fields.text("digest")}


def _document(data: Data) -> dict[str, Any]:
    """The document's own content, to stand in our page: its pictures each with a name of its own for their arrows."""
    found = _BODY.search(data["modelDocument"])
    text = found.group(1) if found else ""
    for number, picture in enumerate(_PICTURE.findall(text), start=1):
        named = picture.replace('id="tip"', f'id="tip-{number}"').replace("url(#tip)", f"url(#tip-{number})")
        text = text.replace(picture, named, 1)
    return {"document": _TABLE.sub(_OURS, text).replace(" data-head=", " data-title=")}


def _messages(data: Data) -> dict[str, Any]:
    """The mails' own content, to stand in our page: no style of theirs, and no link that leads anywhere."""
    told = []
    for one in data["messagePreviews"]:
        found = _MAIL.search(one["html"])
        text = _STYLED.sub("", found.group(1) if found else "")
        told.append({**one, "content": _LINK.sub(r"<u>\1</u>", text)})
    return {"told": told, "language_shown": told[0]["language"] if told else ""}


ALL = Page(
    name="models", path="/models", query="ModelVersions", audience=ADMINISTRATION | AUDIT, takes_after=True
)
ONE = Page(
    name="models",
    path="/models/{id:str}",
    query="ModelVersionPage",
    audience=ADMINISTRATION | AUDIT,
    template="models/version.html",
    actions=(
        Action("approve", "ApproveVersion", _approve, done="version-approved"),
        Action("reject", "RejectVersion", _reject, done="version-rejected"),
        Action("withdraw", "WithdrawVersion", _withdraw, done="version-withdrawn"),
    ),
)
SINCE = Page(
    name="models",
    path="/models/{id:str}/since/{before:str}",
    query="ModelSince",
    audience=ADMINISTRATION | AUDIT,
    template="models/since.html",
)
DOCUMENT = Page(
    name="models",
    path="/models/{id:str}/document",
    query="ModelDocument",
    audience=ADMINISTRATION | AUDIT,
    template="models/document.html",
    context=_document,
)
MESSAGES = Page(
    name="models",
    path="/administration/messages",
    query="MessagesInForce",
    audience=ADMINISTRATION | AUDIT,
    template="models/messages.html",
    context=_messages,
    takes=("language",),
)
MESSAGES_OF = Page(
    name="models",
    path="/models/{id:str}/messages",
    query="MessagesOfVersion",
    audience=ADMINISTRATION | AUDIT,
    template="models/messages.html",
    context=_messages,
    takes=("language",),
)
