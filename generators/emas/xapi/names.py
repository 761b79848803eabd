"""The names that our statements give to things: the same on every computer, so that results merge.

`urn:x-emas:session:ID`, `urn:x-emas:moment:ID:acquis`, `urn:x-emas:question:aut-q04@1a2b3c4d`.
"""

SESSION, MOMENT, QUESTION = "urn:x-emas:session:", "urn:x-emas:moment:", "urn:x-emas:question:"
SHEET = "urn:x-emas:feuille"
"""The extension of a context that gives the number of the sheet that an answer was read on."""
COPY = "urn:x-emas:copie"
"""The same, for a sheet that a service gave and that came back to one."""


def session(name: str) -> str:
    """Return the name of a session."""
    return f"{SESSION}{name}"


def moment(session_name: str, name: str) -> str:
    """Return the name of a moment of a session."""
    return f"{MOMENT}{session_name}:{name}"


def question(name: str) -> str:
    """Return the name of « aut-q04@1a2b3c4d »."""
    return f"{QUESTION}{name}"


def said_session(iri: str) -> str | None:
    """Return the session that `iri` names, or None."""
    return iri.removeprefix(SESSION) if iri.startswith(SESSION) else None


def said_moment(iri: str) -> tuple[str, str] | None:
    """Return the session and the moment that `iri` names, or None."""
    if not iri.startswith(MOMENT):
        return None
    session_name, _, name = iri.removeprefix(MOMENT).rpartition(":")
    return (session_name, name) if session_name and name else None


def said_question(iri: str) -> str | None:
    """Return the « aut-q04@1a2b3c4d » that `iri` names, or None."""
    return iri.removeprefix(QUESTION) if iri.startswith(QUESTION) else None
