"""The site as MkDocs knows it, kept warm: a page is rendered when somebody looks at it.

Reading the configuration, the theme and the menu costs a hundred times what a page does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from emas import memory, pipeline
from emas.adapters.built import built_files
from emas.adapters.mkdocs_plugin import EmasPlugin
from emas.adapters.mkdocs_site import listening
from emas.adapters.refusal import SiteError
from emas.model import Catalogue
from emas.project import Project
from emas.theme import Theme
from emas.writers import site


class WarmSite:
    """The site of a catalogue; its files are named by their address, « modules/a/index.html ».

    Several threads may ask for pages.

    Raises:
        SiteError: if MkDocs refuses something, or if the theme cannot be used.
    """

    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        self._project = project
        self._alone = Lock()
        self._made: dict[str, bytes] = {}
        with _refused():
            self._prepare(project, catalogue)

    def _prepare(self, project: Project, catalogue: Catalogue) -> None:
        """Do all that MkDocs does before its first page."""
        config = load_config(str(project.root / "mkdocs.yml"))
        plugin = config.plugins["emas"]
        assert isinstance(plugin, EmasPlugin)
        plugin.given = catalogue
        self._config, self._plugin = config.plugins.on_config(config), plugin
        memory.release()
        files = get_files(config)
        self._env = config.theme.get_env()
        files.add_files_from_theme(self._env, config)
        self._files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        self._nav = config.plugins.on_nav(
            get_navigation(self._files, config), config=config, files=self._files
        )
        self._texts = self._files.documentation_pages()
        for file in self._texts:
            if file.page is None:
                Page(None, file, config)  # MkDocs has the file know it
        self._env = config.plugins.on_env(self._env, config=config, files=self._files)
        self._by_address = {file.dest_uri: file for file in self._files}

    def is_page(self, address: str) -> bool:
        """Return whether the file at `address` is a page of ours."""
        return address in self._by_address and self._by_address[address].is_documentation_page()

    def pages_in(self, folder: str) -> list[str]:
        """Return the addresses of the pages that begin with `folder`."""
        return [file.dest_uri for file in self._texts if file.dest_uri.startswith(folder)]

    def page(self, address: str) -> bytes:
        """Return the page at `address`, where `is_page` says that there is one.

        Raises:
            SiteError: if the theme or MkDocs refuses it.
        """
        with self._alone, _refused():
            if address not in self._made:
                self._made[address] = self._rendered(self._by_address[address]).encode()
            return self._made[address]

    def file(self, address: str) -> bytes:
        """Return what is at `address` and is no page.

        Raises:
            KeyError: if there is nothing.
            OSError: if the disk refuses.
        """
        return self._by_address[address].content_bytes

    def show(self, catalogue: Catalogue, module: str, look: Theme) -> None:
        """Have the pages of a module be those of `catalogue`; menus, and the rest, stay.

        Pages that this site does not have wait for the next one.
        """
        (whole,) = (item for item in catalogue.modules if item.id == module)
        parts = ("pages", "plans", "surveys", "paths", "adaptations")
        beside: dict[str, Any] = dict.fromkeys(parts, ())
        alone = replace(catalogue, modules=(whole,), dated=pipeline.as_of(catalogue), **beside)
        prepared = pipeline.prepare_site(alone)
        downloads = built_files(self._project.build, module)
        (edition,) = prepared.editions
        ways = self._plugin.ways  # other modules are in them, which are not here
        pages = site.module_pages(prepared.catalogue, edition, downloads, ways, look)
        known = {file.src_uri: file.dest_uri for file in self._texts}
        with self._alone:
            self._plugin.show(page for page in pages if page.uri in known)
            for page in pages:
                self._made.pop(known.get(page.uri, ""), None)

    def _rendered(self, file: File) -> str:
        """Return a page, from its tree to the template of the theme, as `mkdocs build` does."""
        config, plugins, page = self._config, self._config.plugins, file.page
        assert page is not None
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=self._files
        )
        page.render(config, self._files)
        page.active = True
        try:
            context = get_context(self._nav, self._texts, config, page)
            template = self._env.get_template("main.html")
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            return plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False


@contextmanager
def _refused() -> Iterator[None]:
    """Turn what prevents a site into one exception: a theme and a plugin may raise anything."""
    with listening() as heard:
        try:
            yield
        except (Exception, SystemExit) as error:
            raise SiteError(" ; ".join(heard) or str(error)) from error
