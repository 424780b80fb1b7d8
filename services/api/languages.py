"""The language of an answer to someone whose session is not known: what the browser prefers, else Danish."""

from services.core.errors import DEFAULT_LANGUAGE, LANGUAGES


def language_of(accept_language: str | None) -> str:
    """The best of ``Accept-Language`` that the catalogues have."""
    best, chosen = 0.0, DEFAULT_LANGUAGE
    for part in (accept_language or "")[:500].split(","):
        tag, _, rest = part.strip().lower().partition(";")
        code = tag.split("-")[0]
        if code in LANGUAGES and (quality := _quality(rest)) > best:
            best, chosen = quality, code
    return chosen


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
