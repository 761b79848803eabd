"""What requests come to: how many, how long, with which answer; never whose.

A path can hold anything that somebody types, so only the part of the service is counted.
"""

import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from emas.tracking.settings import Report

PARTS = frozenset({"xAPI", "suivi", "bureau", "healthz", "metrics"})
SITE = "site"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0)

Request = tuple[str, str, int]
"""A part, a method, a status."""


@dataclass(slots=True)
class Counts:
    """What was counted since the service started."""

    requests: Counter[Request] = field(default_factory=Counter)
    within: Counter[tuple[str, int]] = field(default_factory=Counter)
    """Requests by part and by the rank of the smallest bound that they respect."""
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    started: float = field(default_factory=time.time)

    def add(self, part: str, method: str, status: int, seconds: float) -> None:
        """Count a request."""
        self.requests[part, method, status] += 1
        self.within[part, bisect_left(BOUNDS_S, seconds)] += 1
        self.seconds[part] += seconds

    def lines(self) -> Iterator[str]:
        """Yield the lines of Prometheus' text format, version 0.0.4."""
        yield "# TYPE emas_start_time_seconds gauge"
        yield f"emas_start_time_seconds {self.started:.0f}"
        yield "# TYPE emas_requests_total counter"
        for (part, method, status), count in sorted(self.requests.items()):
            labels = f'part="{part}",method="{method}",status="{status}"'
            yield f"emas_requests_total{{{labels}}} {count}"
        yield "# TYPE emas_request_seconds histogram"
        for part in sorted(self.seconds):
            yield from self._durations(part)

    def _durations(self, part: str) -> Iterator[str]:
        count = 0
        for rank, bound in enumerate((*BOUNDS_S, "+Inf")):
            count += self.within[part, rank]
            yield f'emas_request_seconds_bucket{{part="{part}",le="{bound}"}} {count}'
        yield f'emas_request_seconds_sum{{part="{part}"}} {self.seconds[part]:.6f}'
        yield f'emas_request_seconds_count{{part="{part}"}} {count}'


class Counting:
    """Counts what `app` serves, and reports each request and each mistake of ours."""

    def __init__(self, app: ASGIApp, counts: Counts, report: Report) -> None:
        self.app = app
        self.counts = counts
        self.report = report

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a stream counts when it ends."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        first = scope["path"].split("/")[1] if "/" in scope["path"] else ""
        part = first if first in PARTS else SITE
        method = scope["method"] if scope["method"] in METHODS else "autre"
        start = time.perf_counter()
        try:
            await self.app(scope, receive, seen)
        except Exception as error:
            self.report("erreur", {"partie": part, "genre": type(error).__name__, **_where(error)})
            raise
        finally:
            seconds = time.perf_counter() - start
            self.counts.add(part, method, status, seconds)
            told = {"partie": part, "methode": method, "statut": status}
            self.report("requete", {**told, "ms": round(1000 * seconds, 1)})


def _where(error: Exception) -> dict[str, object]:
    """Return the file and the line that raised; what the error says may be private."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return {}
    return {
        "fichier": trace.tb_frame.f_code.co_filename.rpartition("/")[2],
        "ligne": trace.tb_lineno,
    }
