"""Bodies of requests, read as far as the limit and no further."""

from starlette.types import Message, Receive

from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.limits import MAX_BODY


async def read(receive: Receive, limit: int = MAX_BODY) -> bytes:
    """Return the body of a request.

    Raises:
        RequestError: 413 beyond `limit` bytes; 400 if the client goes away before the end.
    """
    parts: list[bytes] = []
    size = 0
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise RequestError(400, "the client went away")
        part: bytes = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise RequestError(
                413, f"the body has more than {limit} bytes", {"Connection": "close"}
            )
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)
