"""Clients that post one statement after the other: `python -m tests.bench.posting PORT SECONDS`.

In a process of its own, and by hand over a socket: a library would be slower than the service.
"""

import asyncio
import base64
import json
import sys
import time

from tests.tracking.filling import answers
from tests.tracking.killing import ACCOUNT

CLIENTS = 32


def request(body: bytes) -> bytes:
    """Return a whole request."""
    account = base64.b64encode(":".join(ACCOUNT).encode()).decode()
    head = (
        "POST /xAPI/statements HTTP/1.1\r\nHost: localhost\r\nX-Experience-API-Version: 1.0.3\r\n"
        f"Authorization: Basic {account}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def client(port: int, bodies: list[bytes], end: float) -> int:
    """Post until `end`; return how many statements were acknowledged."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    done = 0
    while bodies and time.monotonic() < end:
        writer.write(request(bodies.pop()))
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length))
        done += head.startswith(b"HTTP/1.1 200")
    writer.close()
    return done


async def main(port: int, seconds: float) -> None:
    bodies = [json.dumps(one).encode() for one in answers(int(3000 * seconds), time.time_ns())]
    start = time.monotonic()
    end = start + seconds
    done = await asyncio.gather(*(client(port, bodies, end) for _ in range(CLIENTS)))
    print(sum(done) / (time.monotonic() - start))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
