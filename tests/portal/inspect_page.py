"""What every answer must be, whatever it shows: one function for pages, redirects and files, so that none escapes."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

from services.api.portal.security import QUICK_EXIT
from services.local.seed.names import FAMILIES

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
_LABELLED = {"input", "select", "textarea"}
_UNLABELLED_TYPES = {"hidden", "submit", "button"}
_WRITTEN_TYPES = {"text", "email", "tel", "search", "date", "time", "number"}
_FAMILY_NAMES = (*FAMILIES, "Prøve")
"""The families of every synthetic town, and that of the tests' own."""
_OWN_SCRIPT = re.compile(r"/static/scripts/[a-z_]+\.js\?v=[0-9a-f]{12}")
_EVENT_HANDLER = re.compile(r"^on[a-z]+$")


@dataclass(frozen=True)
class Inspected:
    """A page that held every rule."""

    status: int
    body: str
    tree: Element

    def all(self, tag: str) -> list[Element]:
        return list(self.tree.iter(NAMESPACE + tag))

    @property
    def h1(self) -> str:
        return text_of(self.all("h1")[0])

    @property
    def main(self) -> Element:
        return self.all("main")[0]

    def form(self, form_id: str) -> Element:
        found = [form for form in self.all("form") if form.get("id") == form_id]
        assert found, f"no form {form_id}; there are {[f.get('id') for f in self.all('form')]}"
        return found[0]

    def values(self, form_id: str) -> dict[str, list[str]]:
        """What a browser would send with this form, no button pressed."""
        sent: dict[str, list[str]] = {}
        for field in self.form(form_id).iter():
            name, tag = field.get("name"), field.tag.removeprefix(NAMESPACE)
            if name is None:
                continue
            if tag == "input" and field.get("type") in {"radio", "checkbox"}:
                if "checked" in field.attrib:
                    sent.setdefault(name, []).append(field.get("value", "on"))
            elif tag == "input":
                sent.setdefault(name, []).append(field.get("value", ""))
            elif tag == "textarea":
                sent.setdefault(name, []).append("".join(field.itertext()))
            elif tag == "select":
                options = list(field.iter(NAMESPACE + "option"))
                chosen = [o for o in options if "selected" in o.attrib] or options[:1]
                sent.setdefault(name, []).extend(o.get("value", "") for o in chosen)
        return sent

    def action(self, form_id: str) -> str:
        return self.form(form_id).get("action", "")


def text_of(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def inspect_answer(
    status: int, headers: Mapping[str, str], body: bytes, never: Collection[str] = ()
) -> Inspected | None:
    """Hold a page, a redirect or a file to its rules; the page, where it is one.

    ``never``: words of other families and of other municipalities, which stand nowhere in its bytes.
    """
    text = body.decode("utf-8", "replace")
    found = [word for word in never if word in text]
    assert not found, f"tells of others: {found}"
    assert headers["x-content-type-options"] == "nosniff"
    if status == 304:
        assert not body
        assert headers["cache-control"].startswith(("public", "private, no-cache"))
        return None
    if 300 <= status < 400:
        _redirect(headers)
        return None
    if headers.get("content-type", "").startswith("text/html"):
        return inspect_page(status, headers, text)
    _file(status, headers)
    return None


def _redirect(headers: Mapping[str, str]) -> None:
    assert headers["cache-control"] == "no-store"
    to = headers["location"]
    assert to == QUICK_EXIT or (to.startswith("/") and not to.startswith(("//", "/\\"))), (
        f"leads away to {to}"
    )


def _file(status: int, headers: Mapping[str, str]) -> None:
    assert status == 200, f"{status} of {headers.get('content-type')} is no page"
    if not headers["cache-control"].startswith("public"):
        # What is somebody's is saved by them, never kept by a browser, and opened by no page of ours. A calendar is
        # read by a program, that asks each time whether what it has is still so.
        asked_again = headers["content-type"].startswith("text/calendar") and "etag" in headers
        assert headers["cache-control"] == ("private, no-cache" if asked_again else "no-store")
        assert "default-src 'none'" in headers["content-security-policy"]
        assert not headers["content-type"].startswith(("text/html", "image/svg", "application/xhtml"))


def inspect_page(status: int, headers: Mapping[str, str], body: str) -> Inspected:
    """Parse strictly and hold every rule; the assertion says which was broken."""
    parser = html5lib.HTMLParser(strict=True)
    try:
        tree = parser.parse(body)
    except html5lib.html5parser.ParseError as error:
        line, _ = parser.tokenizer.stream.position()
        context = "\n".join(body.splitlines()[max(0, line - 3) : line + 1])
        raise AssertionError(f"invalid HTML: {error} near line {line}:\n{context}") from error
    page = Inspected(status, body, tree)
    _headers(headers)
    _document(page)
    _ids(page)
    _fields(page)
    _faults(page)
    _forms(page)
    _nothing_inline(page)
    _headings(page)
    return page


def _headers(headers: Mapping[str, str]) -> None:
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "connect-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["vary"] == "Cookie, Accept-Encoding"


def _document(page: Inspected) -> None:
    html = page.tree
    assert html.get("lang"), "the page has no language"
    assert html.get("dir") in {"ltr", "rtl"}
    titles = [title for title in page.all("title") if text_of(title)]
    assert titles, "the page has no title"
    told = [name for name in _FAMILY_NAMES if name in text_of(titles[0])]
    assert not told, f"the title, which stands in a browser's history, names somebody: {told}"
    assert len(page.all("h1")) == 1, [text_of(h) for h in page.all("h1")]
    assert len(page.all("main")) == 1
    links = page.all("a")
    assert links[0].get("href") == "#main-content", "the first link skips to the content"
    for link in links:
        shown = [image.get("alt") for image in link.iter(NAMESPACE + "img")]
        assert text_of(link) or any(shown), f"a link without words: {link.get('href')}"


def _ids(page: Inspected) -> None:
    ids = Counter(e.get("id") for e in page.tree.iter() if e.get("id"))
    twice = [name for name, count in ids.items() if count > 1]
    assert not twice, f"ids used twice: {twice}"
    for element in page.tree.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for name in (element.get(attribute) or "").split():
                assert name in ids, f"{attribute} names {name}, which is not there"
        href = element.get("href") or ""
        if href.startswith("#") and element.tag == NAMESPACE + "a":
            assert href[1:] in ids, f"a link to {href}, which is not there"


def _fields(page: Inspected) -> None:
    labels = {label.get("for") for label in page.all("label") if text_of(label)}
    for tag in _LABELLED:
        for field in page.all(tag):
            if field.get("type") in _UNLABELLED_TYPES:
                continue
            assert field.get("id") in labels, f"{tag} {field.get('name')} has no label"
            if tag == "input" and field.get("type", "text") in _WRITTEN_TYPES:
                assert field.get("autocomplete"), (
                    f"{field.get('name')} does not say what a browser may fill in"
                )
    for group in page.all("fieldset"):
        assert any(text_of(legend) for legend in group.iter(NAMESPACE + "legend")), "a group without legend"


def _faults(page: Inspected) -> None:
    """What is wrong stands at its field as well as above, and the one leads to the other."""
    for field in page.tree.iter():
        if field.get("aria-invalid") == "true":
            described = (field.get("aria-describedby") or "").split()
            assert any(name.endswith("-error") for name in described), (
                f"{field.get('name')} doesn't say what is wrong"
            )
    for alert in page.main.iter(NAMESPACE + "div"):
        if "alert-error" in (alert.get("class") or "").split() and "data-attention" in alert.attrib:
            title = text_of(page.all("title")[0])
            assert title.startswith(("Fejl:", "Error:", "خطأ")), (
                f"the title hides that something is wrong: {title}"
            )


def _forms(page: Inspected) -> None:
    for form in page.all("form"):
        assert form.get("method") == "post", form.get("action")
        assert (form.get("action") or "").startswith("/"), "a form that leads nowhere or elsewhere"
        # A button belongs to the form it stands in, or to the one it names.
        name = form.get("id")
        own = [b for b in form.iter(NAMESPACE + "button") if b.get("form") is None]
        own += [b for b in page.all("button") if name and b.get("form") == name]
        buttons = [b for b in own if b.get("type") == "submit" and text_of(b)]
        assert buttons, f"form {form.get('action')} can't be sent"


def _nothing_inline(page: Inspected) -> None:
    assert not page.all("style")
    for script in page.all("script"):
        # Modules of our own, by the name of their content; nothing stands in the page, nothing comes from elsewhere.
        assert script.get("type") == "module", script.attrib
        assert _OWN_SCRIPT.fullmatch(script.get("src", "")), script.attrib
        assert not text_of(script)
    for element in page.tree.iter():
        for name, value in element.attrib.items():
            assert name != "style", f"inline style: {value}"
            assert not _EVENT_HANDLER.match(name), f"inline script: {name}"
            assert not value.strip().lower().startswith("javascript:")


def _headings(page: Inspected) -> None:
    levels = [int(e.tag[-1]) for e in page.main.iter() if re.fullmatch(r".*\}h[1-6]", str(e.tag))]
    for before, after in pairwise(levels):
        assert after <= before + 1, f"headings jump from h{before} to h{after}"
