"""Reading `tokens.yml`, the only place where a colour, a size or a font is written."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from emas.theme import contrast, media
from emas.theme.colours import ACCENTS, Colour, Kind, KindStyle, Pair, Palette
from emas.theme.fields import Section, parse
from emas.theme.problems import ThemeError
from emas.theme.sizes import Font, FontFile
from emas.theme.theme import Theme


def read(folder: Path) -> Theme:
    """Return the theme in `folder`, each value typed, each contrast measured.

    Raise `ThemeError`, with everything that is wrong, in French.
    """
    root = parse(folder / "tokens.yml")
    kinds = _kinds(root.section("genres"))
    pairs = tuple(dict.fromkeys([*_declared(root.sections("contrastes")), *_of_kinds(kinds)]))
    palettes = root.section("couleurs")
    fonts = _fonts(root.section("polices"), folder / "polices")
    theme = Theme(
        name=root.text("nom"),
        light=_palette(palettes.section("clair"), pairs),
        dark=_palette(palettes.section("sombre"), pairs),
        mono=_palette(palettes.section("noir-et-blanc"), pairs),
        kinds=kinds,
        pairs=pairs,
        paper=media.paper(root.section("papier"), fonts),
        slides=media.slides(root.section("diapos"), fonts),
        site=media.site(root.section("site"), fonts),
        folder=folder,
    )
    if problems := root.all_problems():
        raise ThemeError(problems)
    return theme


def _palette(part: Section, pairs: Iterable[Pair]) -> Palette:
    palette: dict[Colour, str] = {}
    for colour in Colour:
        value = part.text(colour)
        if re.fullmatch("#[0-9A-Fa-f]{6}", value):
            palette[colour] = value.upper()
        elif value:
            repair = 'écrivez « # » et six chiffres, entre guillemets, par exemple « "#0B6173" »'
            part.refuse(colour, f"« {value} » n’est pas une couleur", repair)
    for pair, reached in contrast.failing(palette, pairs):
        part.refuse(pair.front, *_too_low(pair, reached, palette))
    return palette


def _too_low(pair: Pair, reached: float, palette: Palette) -> tuple[str, str]:
    """Return the reason and the repair; the ratio is rounded down, never up to what is asked."""
    shown = f"{math.floor(reached * 100) / 100:.2f}:1".replace(".", ",")
    least = f"{pair.least:g}:1".replace(".", ",")
    darker = contrast.luminance(palette[pair.front]) < contrast.luminance(palette[pair.back])
    dark, light = (pair.front, pair.back) if darker else (pair.back, pair.front)
    return (
        f"le contraste avec « {pair.back} » est de {shown}, il en faut {least}",
        f"foncez « {dark} » ou éclaircissez « {light} »",
    )


def _kinds(part: Section) -> Mapping[Kind, KindStyle]:
    return {kind: _style(part.section(kind)) for kind in Kind}


def _style(part: Section) -> KindStyle:
    return KindStyle(part.text("mot"), _colour(part, "couleur", part.text("couleur"), ACCENTS))


def _colour(part: Section, key: str, value: str, choices: Iterable[Colour]) -> Colour:
    if value in (names := list(choices)):
        return Colour(value)
    if value:
        known = ", ".join(f"« {name} »" for name in names)
        part.refuse(key, f"la couleur « {value} » n’existe pas", f"choisissez parmi {known}")
    return names[0]


def _declared(parts: Iterable[Section]) -> Iterator[Pair]:
    for part in parts:
        lines = "traits" in part.keys
        key, least = ("traits", contrast.GRAPHICS) if lines else ("textes", contrast.TEXT)
        backs = [_colour(part, "fonds", value, Colour) for value in part.texts("fonds")]
        for value in part.texts(key):
            front = _colour(part, key, value, Colour)
            yield from (Pair(front, back, least) for back in backs)


def _of_kinds(kinds: Mapping[Kind, KindStyle]) -> Iterator[Pair]:
    for style in kinds.values():
        yield Pair(style.colour, Colour.PAPER, contrast.TEXT)
        yield Pair(style.colour, style.tint, contrast.TEXT)


def _fonts(part: Section, folder: Path) -> Mapping[str, Font]:
    return {key: _font(key, part.section(key), folder) for key in part.keys}


def _font(key: str, part: Section, folder: Path) -> Font:
    name = part.text("nom")
    if "dossier" not in part.keys:
        return Font(key, name)
    place = PurePosixPath(part.text("dossier"))
    files = tuple(_font_file(item, place) for item in part.sections("fichiers"))
    licences = tuple(place / licence for licence in part.texts("licences"))
    for path in (*(file.path for file in files), *licences):
        if not (folder / path).is_file():
            reason = f"le fichier polices/{path} est introuvable"
            part.refuse("dossier", reason, "ajoutez-le, ou corrigez son nom")
    return Font(key, name, files, licences)


def _font_file(part: Section, place: PurePosixPath) -> FontFile:
    weight, style = part.text("graisse"), part.text("style")
    if not re.fullmatch(r"[1-9]00( [1-9]00)?", weight) and weight:
        reason = f"« {weight} » n’est pas une graisse"
        part.refuse("graisse", reason, "écrivez « 400 », ou « 200 800 » pour une police variable")
    if style not in ("droit", "italique", ""):
        part.refuse("style", f"« {style} » n’est pas un style", "écrivez « droit » ou « italique »")
    return FontFile(place / part.text("nom"), weight, italic=style == "italique")
