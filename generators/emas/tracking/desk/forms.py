"""Forms as browsers send them, no larger than what we ask."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from emas.tracking.lrs import bodies
from emas.tracking.lrs.errors import RequestError

TYPE = "application/x-www-form-urlencoded"
LARGEST = 16_384
MOST_FIELDS = 100


async def read_form(request: Request) -> Mapping[str, str]:
    """Return the fields of a form; of two of one name, the last.

    Raises:
        RequestError: 400 or 413 if this is no form of ours.
    """
    said = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if said != TYPE:
        raise RequestError(400, "this is no form")
    data = await bodies.read(request.receive, LARGEST)
    try:
        text = data.decode("ascii")
        pairs = parse_qsl(
            text,
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise RequestError(400, "this is no form") from error
    return dict(pairs)
