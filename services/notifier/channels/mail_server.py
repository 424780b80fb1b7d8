"""Where mail is handed over, as one URL says: the server, how the talk is encrypted, and who logs in."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

_STARTTLS: Final[dict[str, bool | None]] = {"": None, "starttls=required": True, "starttls=never": False}
_PORTS: Final = {"smtp": 25, "smtps": 465}


class MailUrlError(Exception):
    """The SMTP URL can't be used. The text never shows the URL: it may hold a password."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over: ``smtps`` is TLS from the start, ``smtp`` takes STARTTLS when offered."""

    host: str
    port: int
    tls: bool
    starttls: bool | None
    username: str | None
    password: str | None

    @classmethod
    def from_url(cls, url: str) -> "MailServer":
        """Read ``smtp://host:port`` or ``smtps://user:password@host:port``.

        ``?starttls=required`` or ``never`` narrows smtp. With a user name on smtp STARTTLS is required: a
        password never goes out in the clear.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise MailUrlError("the SMTP URL can't be read") from error
        if parts.scheme not in _PORTS or not parts.hostname:
            raise MailUrlError("the SMTP URL must be smtp://host:port or smtps://host:port")
        if parts.query not in _STARTTLS:
            raise MailUrlError("the SMTP URL's only option is starttls=required or starttls=never")
        starttls = _STARTTLS[parts.query]
        username = unquote(parts.username) if parts.username else None
        if username and parts.scheme == "smtp":
            if starttls is False:
                raise MailUrlError("the SMTP URL would send a password without TLS")
            starttls = True
        return cls(
            host=parts.hostname,
            port=port or _PORTS[parts.scheme],
            tls=parts.scheme == "smtps",
            starttls=False if parts.scheme == "smtps" else starttls,
            username=username,
            password=unquote(parts.password) if parts.password else None,
        )
