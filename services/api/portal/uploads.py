"""Reading a form that brings a file."""

from litestar.datastructures import UploadFile

from services.api.graphql.texts import readable
from services.api.portal.execution import PageError
from services.api.portal.forms import INSTANCE
from services.api.portal.language import PortalRequest
from services.core.errors import ErrorCode


async def sent_with_file(request: PortalRequest, form: str) -> tuple[dict[str, list[str]], bytes]:
    """The fields of the form of that name and its one file's bytes, empty when there is none.

    The file's own name is thrown away. INVALID_INPUT for anything that is no such form. Who turns out to be logged out
    by now gets the fields back (``error.page``), but not the file: nothing keeps it for somebody unknown.
    """
    if request.content_type[0] != "multipart/form-data":
        raise PageError(ErrorCode.INVALID_INPUT)
    values: dict[str, list[str]] = {INSTANCE: [form]}
    content = b""
    # Not `multi_items()`: it goes through a set, so that the fields' order would differ from process to process.
    for name, value in (await request.form()).items():
        if isinstance(value, UploadFile):
            content = await value.read()
        elif isinstance(value, str):
            values.setdefault(name, []).append(readable(value))
    request.state.sent_values = values
    request.state.sent_file = bool(content)
    return values, content
