"""Streams of server-sent events, which end when the client leaves or the service stops.

Source: HTML Living Standard, 9.2 « Server-sent events »: an event is lines of `data:`, then an
empty line; a line that begins with a colon says nothing, and keeps the connection open.
"""

from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from emas.tracking.live.hub import Listener

BEAT_S = 15.0
"""How long a stream is silent at most."""
BEAT = ":\n\n"


def event(text: str) -> str:
    """Return the event whose data is `text`."""
    return "".join([*(f"data: {line}\n" for line in text.split("\n")), "\n"])


async def words(listener: Listener, first: str) -> AsyncIterator[str]:
    """Yield what a listener hears, as events, from `first` to the end."""
    word: str | None = first
    while word is not None:
        yield event(word)
        word = await _next(listener)
        while word == "":
            yield BEAT
            word = await _next(listener)


async def _next(listener: Listener) -> str | None:
    """Return the next word; an empty one if nothing is said for a while."""
    try:
        return await listener.heard(BEAT_S)
    except TimeoutError:
        return ""


def stream(events: AsyncIterator[str]) -> StreamingResponse:
    """Return the response that says `events`; no proxy is to hold them back."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)
