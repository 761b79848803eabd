"""Parameters of addresses, each once, none that we do not know (Communication 2.1.3, 3.2)."""

from collections.abc import Collection
from typing import Any

from starlette.requests import Request

from emas.tracking.lrs.errors import RequestError
from emas.xapi import checks, json_text
from emas.xapi.actors import actor, agent, identity
from emas.xapi.times import MomentError, moment


class Parameters:
    """What the address of a request says; each reading checks its value."""

    def __init__(self, request: Request, known: Collection[str]) -> None:
        pairs = request.query_params.multi_items()
        self.values = dict(pairs)
        if len(self.values) != len(pairs):
            raise RequestError(400, "a parameter is there twice")
        for name, value in pairs:
            if name not in known:
                raise RequestError(400, f"unknown parameter {name!r:.80}")
            if "\0" in value:
                raise RequestError(400, f"{name} has a letter that is none")

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """Return a parameter that must be there."""
        if name not in self.values:
            raise RequestError(400, f"{name} is missing")
        return self.values[name]

    def iri(self, name: str) -> str:
        """Return an IRI."""
        checks.iri(self.text(name), name)
        return self.values[name]

    def uuid(self, name: str) -> str:
        """Return a UUID, in small letters."""
        checks.uuid(self.text(name), name)
        return self.values[name].lower()

    def agent(self, name: str, *, group: bool = False) -> Any:
        """Return an agent, or an identified group if `group`."""
        value = json_text.parse(self.text(name).encode("utf-8", "surrogatepass"))
        found = actor(value, name) if group else agent(value, name)
        if identity(found) is None:
            raise RequestError(400, f"{name} has no identifier")
        return found

    def flag(self, name: str) -> bool:
        """Return whether a parameter is true; absent, it is false."""
        value = self.values.get(name, "false")
        if value not in ("true", "false"):
            raise RequestError(400, f"{name} must be true or false")
        return value == "true"

    def moment(self, name: str) -> int | None:
        """Return a moment in microseconds since 1970, if it is there."""
        if name not in self.values:
            return None
        try:
            return moment(self.values[name])
        except MomentError:
            raise RequestError(400, f"{name} must be a date with a time (ISO 8601)") from None

    def number(self, name: str, most: int) -> int | None:
        """Return a whole number from 0 to `most`, if it is there."""
        value = self.values.get(name)
        if value is None:
            return None
        if not (value.isascii() and value.isdecimal() and len(value) < 20):
            raise RequestError(400, f"{name} must be a whole number")
        return min(int(value), most)
