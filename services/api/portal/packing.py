"""A page on its way: compressed, and its length blurred.

What is compressed together tells by its length whether two parts of it are alike; who can have a page asked for
again and again with words of their own in it, and reads its length off the line, finds out what else stands there
(BREACH). Here no page holds words out of its address beside a family's data, another site's requests bring no
cookie but by a visible visit, and the length is blurred by a name of random length that gzip carries and browsers
ignore, as Django does. The argument is ADR 0038.
"""

import gzip
import secrets
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from services.api.static_files import accepts_gzip

BLUR_BYTES: Final = 100
"""The most bytes by which the same page differs from itself."""
_LEVEL: Final = 6


def packed(body: bytes, accept_encoding: str) -> tuple[bytes, Mapping[str, str]]:
    """The body as this browser takes it, and the headers that say how."""
    if not accepts_gzip(accept_encoding):
        return body, {}
    sent = BytesIO()
    name = "a" * (1 + secrets.randbelow(BLUR_BYTES))
    with gzip.GzipFile(filename=name, mode="wb", compresslevel=_LEVEL, fileobj=sent, mtime=0) as stream:
        stream.write(body)
    return sent.getvalue(), {"Content-Encoding": "gzip"}
