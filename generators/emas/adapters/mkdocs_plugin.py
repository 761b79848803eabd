"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` show the project's pages."""

import html
import logging
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from emas import memory, pipeline, project, theme
from emas.adapters import site_settings
from emas.adapters.built import built_files, built_paper
from emas.adapters.joined import join
from emas.adapters.lunr import lunr_files
from emas.adapters.markdown_extension import TreeExtension, naming_line
from emas.diagnostics import Diagnostic, Severity, concise, in_reading_order
from emas.model import Catalogue
from emas.writers import site

log = logging.getLogger("mkdocs.plugins.emas")

NOT_WARNED = InclusionLevel.NOT_IN_NAV
"""We write the menu ourselves; the page of all results is reached from the search."""

REPLACED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/stylesheets/")
"""What Material's own search would need, which nobody would ask for, and what we join."""

SOURCE_MAPS = ".map"

WATCHED = ("modules", "content")
"""The folders whose changes make `mkdocs serve` build again."""


class NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs is half typed
    """The plugin has none: all is in the project's own files."""


class EmasPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Adds the pages of modules, glossary and sources to those written by hand.

    `given` is a catalogue already read and checked; without it, the project's files are read.
    `packed` asks for the pages of its only module inside a package for a learning platform.
    """

    given: Catalogue | None = None
    packed = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project; the Markdown extension will give its pages' trees."""
        refuse_links(Path(config.docs_dir))
        self._pages: dict[str, site.SitePage] = {}
        self._trees: dict[str, Element] = {}
        here, look = _project(Path(config.config_file_path).parent)
        with memory.kept():
            return self._prepare(config, self.given or _catalogue(here), here, look)

    def _prepare(
        self, config: MkDocsConfig, catalogue: Catalogue, here: project.Project, look: theme.Theme
    ) -> MkDocsConfig:
        """Make the pages and all that goes with them; have `config` know them."""
        settings = site_settings.read(here.theme)
        site_settings.complete(config, here.theme, settings)
        prepared = pipeline.prepare_site(site.alone(catalogue) if self.packed else catalogue)
        modules = () if self.packed else prepared.catalogue.modules
        files = {module.id: built_files(here.build, module.id) for module in modules}
        paper = built_paper(here.build) if prepared.catalogue.adaptations else {}
        listed = {name: tuple(found) for name, found in {**files, site.WHOLE: paper}.items()}
        pages = site.pages(prepared.catalogue, prepared.editions, listed, look, packed=self.packed)
        self.show(pages)
        self.ways = site.ways(prepared.catalogue)
        self._date = prepared.as_of.isoformat()
        self._contents = site.assets(prepared.catalogue, look)
        self._contents |= site.agendas(prepared.catalogue, prepared.as_of)
        self._contents |= _searched(pages, prepared.catalogue)
        self._copies = {
            site.download_uri(module, item): path
            for module, found in files.items()
            for item, path in found.items()
        } | {uri: look.fonts_folder / path for uri, path in site.font_files(look).items()}
        self._copies |= lunr_files() | {site.paper_uri(item): path for item, path in paper.items()}
        joined = join(config, settings, here.theme / site_settings.FOLDER, self._contents)
        self._replaced = joined.replaced
        self._contents = {
            uri: data for uri, data in self._contents.items() if uri not in joined.replaced
        } | dict(joined.contents)
        trees = TreeExtension(self._trees)
        config.markdown_extensions.append(trees)  # type: ignore[arg-type] # instances do too
        config.extra["emas"] = {
            **site.every_page(prepared.catalogue, packed=self.packed),
            "ailleurs": site.elsewhere(prepared.catalogue, prepared.editions),
        }
        config.site_url = prepared.catalogue.team.site
        config.nav = _menu(site.navigation(prepared.catalogue, prepared.editions))
        config.watch.extend(str(here.root / folder) for folder in WATCHED)
        config.watch.append(str(here.theme))
        return config

    def show(self, pages: Iterable[site.SitePage]) -> None:
        """Have MkDocs show `pages`, each once, instead of those of the same uris."""
        for page in pages:
            self._pages[page.uri] = page
            self._trees[page.uri] = page.tree

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish our pages and their media, nothing else of the folder, nor what we replace."""
        for file in [
            file for file in files if _is_unwanted(file, config) or file.src_uri in self._replaced
        ]:
            files.remove(file)
        for uri in self._pages:
            line = naming_line(uri)
            files.append(File.generated(config, uri, content=line, inclusion=NOT_WARNED))
        for uri, content in self._contents.items():
            files.append(File.generated(config, uri, content=content))
        for uri, path in self._copies.items():
            files.append(File.generated(config, uri, abs_src_path=str(path)))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Give the page its title, description and date; themes print them without escaping."""
        written = self._pages[page.file.src_uri]
        page.meta["title"] = html.escape(written.title)
        page.meta["description"] = html.escape(written.description)
        page.update_date = self._date
        return markdown

    def on_post_build(self, **_: object) -> None:
        """Give the collector back what this build needed."""
        memory.release()


def _is_unwanted(file: File, config: MkDocsConfig) -> bool:
    ours = file.src_dir == config.docs_dir
    return ours or file.src_uri.startswith(REPLACED) or file.src_uri.endswith(SOURCE_MAPS)


def refuse_links(folder: Path) -> None:
    """Raise `PluginError` if a symbolic link is in `folder`: MkDocs would publish its target."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            message = f"lien symbolique refusé, copiez le vrai fichier à sa place : {path}"
            raise PluginError(message)


def _project(start: Path) -> tuple[project.Project, theme.Theme]:
    """Return the project that holds `start`, and its theme.

    Raises:
        PluginError: if there is none, or if its theme is wrong.
    """
    try:
        here = project.find(start)
        return here, theme.read(here.theme)
    except (project.ProjectNotFoundError, theme.ThemeError) as error:
        raise PluginError(str(error)) from error


def _catalogue(here: project.Project) -> Catalogue:
    """Return what the project says.

    Raises:
        PluginError: if something is wrong in it.
    """
    loaded = pipeline.load(here)
    errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
    for item in in_reading_order(loaded.diagnostics):
        log.log(logging.ERROR if item in errors else logging.INFO, _told(item))
    if errors:
        raise PluginError(f"{len(errors)} erreur(s) dans les sources : le site n’est pas construit")
    return loaded.catalogue


def _told(item: Diagnostic) -> str:
    return f"{concise(item)} Remède : {item.repair}"


def _searched(pages: tuple[site.SitePage, ...], catalogue: Catalogue) -> dict[str, bytes]:
    """Return the scripts that hold what the search and « Posez votre question » look in."""
    found = {site.SEARCH_INDEX: site.search_index(pages, catalogue.glossary.values())}
    if catalogue.wording:
        found[site.PASSAGES] = site.passages(pages, catalogue, catalogue.wording)
    return {uri: script.encode() for uri, script in found.items()}


def _menu(entries: Iterable[site.Entry]) -> list[dict[str, object]]:
    return [{entry.title: entry.uri or _menu(entry.entries)} for entry in entries]
