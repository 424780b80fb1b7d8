"""Where a login may lead back to: a path of this very site, nothing a browser could read as another."""

from urllib.parse import urlsplit

_LIMIT = 1000


def is_safe(path: str) -> bool:
    """Tell whether a browser stays on this site with this path, whatever it makes of odd characters."""
    if not path.startswith("/") or path.startswith("//") or len(path) > _LIMIT:
        return False
    if "\\" in path or not path.isascii() or not path.isprintable() or " " in path:
        return False
    parts = urlsplit(path)
    return not parts.scheme and not parts.netloc and not parts.path.startswith("/auth/")
