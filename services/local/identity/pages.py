"""The few pages a person sees at a test provider: plain Danish HTML, no script, nothing fetched."""

from html import escape

from litestar import Response

from services.local.identity.config import Person

_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "li{list-style:none;margin:.5rem 0}ul{padding:0}"
    "li a{display:block;padding:.75rem 1rem;border:1px solid #5c6873;border-radius:4px;"
    "text-decoration:none;color:inherit}"
    "li a:hover,li a:focus{background:#eef4fb;border-color:#0059b3}strong{color:#0059b3}small{display:block}"
)
_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def choose_person(title: str, choices: list[tuple[Person, str]], abort: str) -> Response[str]:
    """The login page: each test person is a link; the last link is the way out."""
    items = "".join(
        f'<li><a href="{escape(url)}" data-person="{escape(person.id)}">'
        f"<strong>{escape(person.name)}</strong><small>{escape(person.note or person.id)}</small></a></li>"
        for person, url in choices
    )
    return page(
        title,
        f"<h1>{escape(title)}</h1><p>Testpersoner på denne maskine. Vælg, hvem du vil logge ind som.</p>"
        f'<ul>{items}</ul><p><a href="{escape(abort)}" id="abort">Afbryd</a></p>',
    )


def message(title: str, text: str, status: int = 200) -> Response[str]:
    """One sentence and nothing to click."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>", status)


def page(title: str, body: str, status: int = 200) -> Response[str]:
    """A whole page."""
    return Response(
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>",
        status_code=status,
        media_type="text/html",
        headers={
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": _CSP,
        },
    )
