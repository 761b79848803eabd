"""Old versions of questions: a phone whose page is older than the catalogue still answers."""

from dataclasses import replace

from emas.model.moment import AskedQuestion
from emas.tracking.catalogue import Session, TrackedPlan, question
from emas.tracking.store import Store
from emas.tracking.store.versions import Version, keep_versions, versions_of
from emas.writers import tracking as writer


def remember(store: Store, plan: TrackedPlan) -> TrackedPlan:
    """Keep what `plan` asks; return it with all that its sessions asked before.

    Raises:
        UnavailableError: if the database cannot be written or read now.
    """
    store.write(keep_versions, _versions(plan)).result()
    return replace(plan, sessions={name: _aged(store, one) for name, one in plan.sessions.items()})


def _versions(plan: TrackedPlan) -> list[Version]:
    return [
        Version(session.id, part.moment, one.name, writer.question(one))
        for session in plan.sessions.values()
        for part in session.parts
        for one in part.questions
        if one.collected
    ]


def _aged(store: Store, session: Session) -> Session:
    return replace(session, former=former_questions(store, session.id))


def former_questions(store: Store, session: str) -> dict[tuple[str, str], AskedQuestion]:
    """Return each version that a session asked, by moment and name.

    Raises:
        UnavailableError: if the database cannot be read now.
    """
    found = store.read(versions_of, session)
    return {(one.moment, one.question): question(one.content) for one in found}
