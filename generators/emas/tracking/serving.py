"""The server that runs the service, and stops at once even when phones listen."""

import socket

import uvicorn
from starlette.applications import Starlette


class Server(uvicorn.Server):
    """Runs `app`; tells those who listen that it is over, then waits for requests to end."""

    def __init__(self, app: Starlette, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._live = app.state.live

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; streams would else be waited for."""
        self._live.stop()
        await super().shutdown(sockets)
