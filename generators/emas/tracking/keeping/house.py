"""What the service does by itself while it runs: what is over leaves, opinions keep no order."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date

from starlette.concurrency import run_in_threadpool

from emas.project import Project
from emas.records.errors import RecordsError
from emas.tracking.catalogue import TrackedPlan
from emas.tracking.keeping.erasing import reconcile
from emas.tracking.keeping.purging import purge
from emas.tracking.settings import Report, Settings
from emas.tracking.store import Store, UnavailableError

SERVICE = "service"
"""Who did what nobody asked for."""
ROUND_S = 3600


@dataclass(slots=True)
class House:
    """What is kept in order: `today` is the day at the place of the sessions."""

    project: Project
    store: Store
    plan: TrackedPlan
    today: Callable[[], date]
    report: Report
    done: date | None = None

    def round(self) -> None:
        """Do what there is to do now: erasing once a day, the rest each time."""
        today = self.today()
        try:
            if self.done != today:
                self._purge(today)
                self.done = today
            self.store.tidy()
        except UnavailableError as error:
            self.report("plus tard", {"cause": str(error)})
        except (RecordsError, OSError) as error:
            self.report("purge impossible", {"cause": str(error)})

    def _purge(self, today: date) -> None:
        count = 0
        for one in purge(self.project, self.store, self.plan, today, SERVICE):
            rows = {**asdict(one.gone.rows), "sheets": one.gone.sheets}
            self.report("purge", {"session": one.session, **rows})
            count += 1
        if count:
            self.store.compact()


def in_order(settings: Settings, store: Store, plan: TrackedPlan) -> House | None:
    """Erase what came back since it was erased; return what keeps the project in order, if any.

    Raises:
        RecordsError, OSError: if the journal of what was erased cannot be used.
        UnavailableError: if the database cannot be written now.
    """
    if settings.project is None:
        return None
    try:
        reconcile(settings.project, store)
    except BaseException:
        store.close()
        raise
    return House(settings.project, store, plan, settings.today, settings.report)


@asynccontextmanager
async def kept(house: House | None) -> AsyncIterator[None]:
    """Keep `house` in order, from now on until the service stops."""
    if house is None:
        yield
        return

    async def rounds() -> None:
        while True:
            await run_in_threadpool(house.round)
            await asyncio.sleep(ROUND_S)

    task = asyncio.create_task(rounds())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
