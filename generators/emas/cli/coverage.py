"""`emas check --couverture`: where each block is, as a table."""

import click

from emas.coverage import Output, Place, coverage, read_outputs, read_sheets, sheet_coverage
from emas.document import Medium
from emas.pipeline import Loaded
from emas.project import Project

HEADINGS: dict[Output, str] = {
    Medium.SITE: "site",
    Medium.SLIDES: "diapos",
    Medium.PAPER: "livret",
    Medium.GUIDE: "guide",
}


def print_coverage(place: Project, loaded: Loaded, modules: tuple[str, ...]) -> bool:
    """Print the table of each module; return whether no block is missing."""
    complete = True
    for module in loaded.catalogue.modules:
        if modules and module.id not in modules:
            continue
        texts = read_outputs(place, module.id)
        if not texts:
            click.echo(f"{module.id} : rien n’est encore produit, lancez « emas build ».")
            complete = False
            continue
        sheets = read_sheets(place, module.id)
        places = [*coverage(module, texts), *sheet_coverage(module, sheets)]
        click.echo(f"{module.id} : {len(places)} présences attendues ou expliquées")
        for (block, line), found in _by_block(places).items():
            click.echo(f"  {block} (ligne {line}) · " + " · ".join(found))
        missing = sum(item.missing for item in places)
        click.echo(f"{module.id} : {_count(missing)}")
        complete = complete and not missing
    return complete


def _count(missing: int) -> str:
    return f"{missing} blocs manquants" if missing > 1 else f"{missing or 'aucun'} bloc manquant"


def _by_block(places: list[Place]) -> dict[tuple[str, int], list[str]]:
    rows: dict[tuple[str, int], list[str]] = {}
    for item in places:
        told = "oui" if item.found else item.reason or "MANQUE"
        rows.setdefault((item.block, item.line), []).append(
            f"{HEADINGS.get(item.medium, item.medium)} : {told}"
        )
    return rows
