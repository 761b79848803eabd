"""A request by hand over a socket: a library would be slower than the service."""

import asyncio
import json


async def post(address: str, path: str, token: str, content: object) -> tuple[int, bytes]:
    """Return the status and the body that answer `content`, sent as JSON on a new connection.

    Raises:
        OSError: if nobody answers to the end.
    """
    host, _, port = address.removeprefix("http://").partition(":")
    body = json.dumps(content).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nX-Experience-API-Version: 1.0.3\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        writer.write(head.encode() + body)
        answer = await reader.read()
    finally:
        writer.close()
    first, _, said = answer.partition(b"\r\n\r\n")
    if not first:
        raise ConnectionResetError
    return int(first.split()[1]), said
