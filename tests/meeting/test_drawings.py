"""Files that come as drawings: what is no picture, what is too much, and what a camera or a program adds."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from services.core.errors import UserError
from services.core.perspective.drawing import LARGEST, redrawn, smaller


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    kept = BytesIO()
    Image.new(mode, size).save(kept, format=kind, **more)
    return kept.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is that large and holds next to nothing."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "perspective.drawing_unknown"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "perspective.drawing_unknown",
        ),
        (b"%PDF-1.7", "perspective.drawing_unknown"),
        (b"GIF89a" + bytes(20), "perspective.drawing_unknown"),
        (saved("TIFF"), "perspective.drawing_unknown"),
        (b"\xff\xd8\xff" + b"<script>" * 9, "perspective.drawing_damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "perspective.drawing_damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(9), "perspective.drawing_damaged"),
        (saved("PNG")[:-30], "perspective.drawing_damaged"),
        (bomb(30_000, 30_000), "perspective.drawing_too_many_pixels"),
        (bomb(2_000_000, 2_000_000), "perspective.drawing_too_many_pixels"),
        (bomb(4_000, 4_000), "perspective.drawing_damaged"),
        (b"\xff\xd8\xff" + bytes(LARGEST), "perspective.drawing_too_large"),
    ],
)
def test_what_is_no_drawing_is_refused_in_words(content: bytes, key: str) -> None:
    with pytest.raises(UserError) as refused:
        redrawn(content)
    assert refused.value.message_key == key


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_was_added_goes_along(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "HEMMELIG"
    exif[0x0112] = 6  # held upright: to be turned
    exif.get_ifd(0x8825)[1] = "N"
    more: dict[str, Any] = {"exif": exif, "icc_profile": b"HEMMELIG" * 40, "xmp": b"<x>HEMMELIG</x>"}
    if kind == "JPEG":
        more["comment"] = b"HEMMELIG"
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "HEMMELIG", zip=True)
        more = {"exif": exif, "pnginfo": info, "icc_profile": b"HEMMELIG" * 40}
    came = saved(kind, **more)
    drawn = redrawn(came + b"HEMMELIG<script>")
    assert b"HEMMELIG" not in drawn.content
    with Image.open(BytesIO(drawn.content)) as kept:
        assert (kept.format, kept.size, kept.info.get("icc_profile"), dict(kept.getexif())) == (
            "JPEG",
            (30, 40),
            None,
            {},
        )


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("I;16", "PNG")]
)
def test_every_way_of_colouring_becomes_one_on_white_paper(mode: str, kind: str) -> None:
    drawn = redrawn(saved(kind, mode, (5000, 100)))
    assert (drawn.width, drawn.height) == (1600, 32)


def test_a_page_shows_a_drawing_in_few_bytes_whatever_is_in_it() -> None:
    crowded = Image.effect_noise((1600, 1200), 90).convert("RGB")
    came = BytesIO()
    crowded.save(came, format="JPEG")
    drawn = redrawn(came.getvalue())
    assert len(drawn.content) > 400_000
    small = smaller(drawn.content)
    assert len(small) < 12_000
    with Image.open(BytesIO(small)) as shown:
        assert (shown.format, shown.size) == ("WEBP", (480, 360))
