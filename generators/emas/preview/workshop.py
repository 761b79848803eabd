"""What there is to show of a project, brought up to date while somebody writes it.

One thread reads and makes; those of the server read what it last made. What cannot be made stays as
it was: an author's page is never lost to a mistake of a second.
"""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from threading import Event, Thread

from emas import memory, pipeline, theme
from emas.adapters.refusal import SiteError
from emas.adapters.warm_site import WarmSite
from emas.files import read_sources
from emas.lastgood import last_good_modules, still_good
from emas.model import Catalogue, Module
from emas.pipeline import Loaded
from emas.preview.documents import Documents, documents
from emas.preview.hub import Hub
from emas.preview.rereading import RECENT_S, Rereading
from emas.preview.watching import Marks, marks
from emas.project import Project
from emas.readers.known import Known, parts
from emas.readers.module import MODULES
from emas.theme import Theme

SETTLED_S = 0.03
"""How long nothing must have changed: an editor may write a file in several times."""

HANDED_S = 0.15
"""How long the thread of the server is alone, to give the page that has just changed."""

LOOK_AGAIN_S = 0.1
LOOKING = 20
"""How many times as long as it looked the thread waits before it looks again."""

FEW = 3
"""Modules whose documents are kept, and modules that may change at once to be shown first."""

STOP_S = 1.0
"""How long what is being made may delay the end."""

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to show at one time.

    `loaded` is what the sources say now, `catalogue` the last that could be shown. `refused` and
    `failed` are French sentences: why the site, or the documents, are not those of the sources.
    """

    loaded: Loaded | None = None
    catalogue: Catalogue | None = None
    look: Theme | None = None
    site: WarmSite | None = None
    documents: Mapping[str, Documents] = field(default_factory=dict)
    refused: str = ""
    failed: str = ""


class Workshop:
    """Keeps `shown` up to date and has `hub` tell of it; `told` is given what nobody expected.

    `told` returns the French sentence that is shown.
    """

    def __init__(self, project: Project, hub: Hub, told: Callable[[Exception], str]) -> None:
        self.shown = Shown()
        self._project, self._hub, self._told = project, hub, told
        self._wake, self._ending = Event(), False
        self._marks: Marks | None = None
        self._again_at = 0.0
        self._read, self._known, self._known_good = Rereading(), Known(), Known()
        self._good: dict[str, Mapping[PurePosixPath, bytes]] = {}
        self._site_waits = self._documents_wait = False
        self._module = ""
        self._address = HOME
        self._pages: dict[str, bytes] = {}
        self._thread = Thread(target=self._run, name="atelier", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, once what is being made is made; some tenths of a second."""
        self._ending = True
        self._wake.set()
        self._thread.join(STOP_S)

    def look_at(self, address: str) -> str:
        """Note which page is looked at; return the id of its module, or of the last one."""
        self._address = address
        folder = PurePosixPath(address).parts
        if len(folder) > 2 and folder[0] == "modules" and folder[1] != self._module:
            self._module = folder[1]
            self._documents_wait = True
            self._wake.set()
        return self._module

    def page(self, address: str) -> tuple[bytes | None, str]:
        """Return the page of that address, or its last good state, and why it is not the present.

        None, where there never was one.
        """
        site = self.shown.site
        if site is None or not site.is_page(address):
            return None, ""
        try:
            self._pages[address] = site.page(address)
        except SiteError as error:
            return self._pages.get(address), str(error)
        return self._pages[address], ""

    # The thread that works

    def _run(self) -> None:
        while not self._ending:
            self._wake.clear()
            began = time.monotonic()
            now = self._settled(marks(self._project))
            looked_s = time.monotonic() - began
            self._safely_round(now)
            self._wake.wait(max(LOOK_AGAIN_S, LOOKING * looked_s))

    def _settled(self, now: Marks) -> Marks:
        """Return the marks once nothing has changed for a moment; at once if nothing did."""
        before = self._marks
        while now != before and not self._ending:
            before = now
            self._wake.wait(SETTLED_S)
            now = marks(self._project)
        return now

    def _safely_round(self, now: Marks) -> None:
        try:
            self._round(now)
        except Exception as error:  # a mistake of ours must not end the preview
            self._show(refused=self._told(error))

    def _round(self, now: Marks) -> None:
        """Read what changed and make it, the page first; leave the rest if more changed meanwhile.

        What changed is read again a little later: a file may change twice under the same date.
        """
        former, self._marks = self._marks, now
        again = time.monotonic() >= self._again_at
        if now != former or again:
            self._again_at = math.inf if again and now == former else time.monotonic() + RECENT_S
            if self._is_changed(former is None or now.around != former.around):
                self._hub.tell()
                self._wake.wait(HANDED_S)
        for make in (self._make_documents, self._make_site):
            if make() and (self._ending or marks(self._project) != now):
                return

    def _show(self, **changes: object) -> None:
        """Replace what is shown, in one go, and tell if it is not the same."""
        now = replace(self.shown, **changes)  # type: ignore[arg-type]  # names of its fields
        if now != self.shown:
            self.shown = now
            self._hub.tell()

    def _is_changed(self, around: bool) -> bool:
        """Read what changed; have its pages shown if it can be done without all the others.

        `around` tells whether the theme or `mkdocs.yml` did.
        """
        sources = read_sources(self._project.root, self._read)
        before = self.shown.loaded
        if before is not None and before.sources == sources and not around:
            return False
        if around:
            self._read_theme()
        loaded = pipeline.load_sources(sources, self._known)
        if loaded.unusable:
            self.shown = replace(self.shown, loaded=loaded)
            return True
        former = self.shown.catalogue
        catalogue = self._with_last_good(loaded)
        self.shown = replace(self.shown, loaded=loaded, catalogue=catalogue)
        self._site_waits = self._documents_wait = True
        changed = _changed(former, catalogue)
        if changed and changed[0].id not in loaded.broken:
            self._module = self._module or changed[0].id
        if not around and former is not None and former.glossary is catalogue.glossary:
            self._show_first(catalogue, changed)
        return True

    def _read_theme(self) -> None:
        try:
            look = theme.read(self._project.theme)
        except theme.ThemeError as error:
            self.shown = replace(self.shown, refused=str(error))
        else:
            self.shown = replace(self.shown, look=look, refused="")

    def _with_last_good(self, loaded: Loaded) -> Catalogue:
        """Return what can be shown: the last good state of a module stands for it if it is broken.

        That of this run, or else that of the last build.
        """
        of = parts(loaded.sources)
        for module in loaded.catalogue.modules:
            files = of[MODULES / module.id]
            self._good[module.id] = {p: data for p, data in files if isinstance(data, bytes)}
        old = {
            path: data
            for name in loaded.broken & self._good.keys()
            for path, data in self._good[name].items()
        }
        kept = {module.id: module for module in still_good(loaded, old, self._known_good)}
        if loaded.broken - kept.keys():
            kept = {m.id: m for m in last_good_modules(self._project, loaded)} | kept
        modules = sorted((*loaded.catalogue.modules, *kept.values()), key=lambda item: item.id)
        return replace(loaded.catalogue, modules=tuple(modules))

    def _show_first(self, catalogue: Catalogue, changed: list[Module]) -> None:
        """Have the pages of the modules that changed shown at once, with the menu of before."""
        site, look = self.shown.site, self.shown.look
        if site is not None and look is not None and len(changed) <= FEW:
            for module in changed:
                site.show(catalogue, module.id, look)

    def _make_documents(self) -> bool:
        """Make the deck and the booklet of the module being looked at; return whether it had to."""
        catalogue, look = self.shown.catalogue, self.shown.look
        if not self._documents_wait or catalogue is None or look is None:
            return False
        self._documents_wait = False
        known = {module.id for module in catalogue.modules}
        module = self._module = self._module if self._module in known else min(known, default="")
        if not module:
            return False
        try:
            made = documents(catalogue, module, look, self.shown.documents.get(module))
        except (OSError, ValueError, KeyError) as error:  # what the theme lacks
            self._show(failed=f"le thème ne donne pas les diapositives ou le livret : {error}")
            return True
        others = [item for item in self.shown.documents.items() if item[0] != module]
        self._show(documents=dict([*others[1 - FEW :], (module, made)]), failed="")
        return True

    def _make_site(self) -> bool:
        """Prepare the whole site again; return whether it had to.

        It is shown if its home and the page that is looked at are good.
        """
        catalogue = self.shown.catalogue
        if not self._site_waits or catalogue is None or self.shown.look is None:
            return False
        self._site_waits = False
        try:
            site = WarmSite(self._project, catalogue)
            for address in {HOME, self._address}:
                if site.is_page(address):
                    site.page(address)
        except SiteError as error:
            self._show(refused=str(error))
        else:
            self._show(site=site, refused="")
            memory.emptied()  # ten megabytes a save would else wait for long
        return True


def _changed(former: Catalogue | None, catalogue: Catalogue) -> list[Module]:
    """Return the modules that are not those of `former`."""
    before = {module.id: module for module in former.modules} if former else {}
    return [module for module in catalogue.modules if before.get(module.id) != module]
