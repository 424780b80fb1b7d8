"""A drawing as it comes from a phone, made into one that can be kept and shown.

Why this is safe: what is kept is never the file that came. It is decoded as one of three kinds, by a decoder that its own
first bytes choose; how large it would become is known before a pixel is decoded; and it is drawn anew, so that what a camera
or a program added (where it was taken, when, with which telephone, a smaller picture of before it was cropped) is not there
any more. Its name is thrown away.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from services.core.errors import invalid

LARGEST: Final = 12 * 1024 * 1024
"""Bytes of a file that is taken in; a photo of a phone has 2 to 6 million."""
_MOST_PIXELS: Final = {"JPEG": 110_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}
"""A JPEG is decoded at a fraction of its size, the others whole: 30 million take 120 MB."""
_SIDE: Final = 1600
"""Pixels of the longer side that are kept: more than a screen shows."""
_QUALITY: Final = 82
_SMALL_SIDE: Final = 480
"""As wide as a page shows it."""
_SMALL_BYTES: Final = 8_000
_SMALL_QUALITIES: Final = (60, 40, 20, 5)
_MAGIC: Final = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as JPEG, with its size in pixels."""

    content: bytes
    width: int
    height: int


def redrawn(content: bytes) -> Drawing:
    """The drawing anew. INVALID_INPUT for one that is too large, damaged, or no JPEG, PNG or WebP."""
    if len(content) > LARGEST:
        raise invalid("perspective.drawing_too_large", "input", "drawing", limit=LARGEST // 1024 // 1024)
    kind = _kind_of(content)
    if kind is None:
        raise invalid("perspective.drawing_unknown", "input", "drawing")
    try:
        # Pillow warns of a bomb before it refuses one; the number of pixels is judged below, before any is decoded.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=[kind]) as opened:
                if opened.width * opened.height > _MOST_PIXELS[kind]:
                    raise invalid("perspective.drawing_too_many_pixels", "input", "drawing")
                return _drawn(opened)
    except Image.DecompressionBombError as error:
        raise invalid("perspective.drawing_too_many_pixels", "input", "drawing") from error
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        OverflowError,
    ) as error:
        raise invalid("perspective.drawing_damaged", "input", "drawing") from error


def smaller(kept: bytes) -> bytes:
    """A kept drawing as WebP for a page that has to be light: of some 8000 bytes, the better the less there is in it."""
    with Image.open(BytesIO(kept), formats=["JPEG"]) as opened:
        opened.draft("RGB", (_SMALL_SIDE, _SMALL_SIDE))
        small = opened.convert("RGB")
    small.thumbnail((_SMALL_SIDE, _SMALL_SIDE))
    content = b""
    for quality in _SMALL_QUALITIES:
        packed = BytesIO()
        small.save(packed, format="WEBP", quality=quality)
        content = packed.getvalue()
        if len(content) <= _SMALL_BYTES:
            break
    return content


def _kind_of(content: bytes) -> str | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for begin, kind in _MAGIC if content.startswith(begin)), None)


def _drawn(opened: Image.Image) -> Drawing:
    opened.draft("RGB", (_SIDE, _SIDE))
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((_SIDE, _SIDE))
    # Paper is white: what is see-through is drawn on it, and nothing but the pixels goes along.
    whole = upright.convert("RGBA")
    paper = Image.new("RGB", whole.size, "white")
    paper.paste(whole, mask=whole.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, format="JPEG", quality=_QUALITY, optimize=True)
    return Drawing(kept.getvalue(), paper.width, paper.height)
