"""The theme for browsers: custom properties `--emas-…` and the fonts they name."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from emas.theme.colours import Palette
from emas.theme.sizes import Font, FontFile
from emas.theme.theme import Theme

FONTS = PurePosixPath("../fonts")
"""The folder of fonts, seen from the folder of style sheets."""

GENERIC = frozenset({"monospace", "sans-serif", "serif", "system-ui"})
"""Families that CSS defines, hence without quotes."""


def variables(theme: Theme) -> str:
    """Return the style sheet that every other one of the site refers to.

    Dark colours are for the screen only: ink on white paper, whatever the reader chose. Kinds are
    declared on the element that has the scheme, since `var()` is resolved where it is declared.

    The first font is used if it is there when the text is: it never moves a text that somebody
    has begun to read. The others are waited for, since readers ask for them.
    """
    light = [*_colours(theme.light), "color-scheme: light"]
    dark = [*_colours(theme.dark), "color-scheme: dark"]
    return "\n".join(
        [
            *(
                _font_face(font, file, "swap" if chosen else "optional")
                for chosen, font in enumerate(theme.site.fonts)
                for file in font.web_files
            ),
            _rule(":root", _sizes(theme)),
            _rule(":root, [data-md-color-scheme=default]", light),
            f"@media screen {{\n{_rule('[data-md-color-scheme=slate]', dark)}}}\n",
            _rule(":root, [data-md-color-scheme]", _kinds(theme)),
        ]
    )


def plain_variables(theme: Theme) -> str:
    """Return sizes and light colours, for a page alone: no file of a font goes with it."""
    light = [*_colours(theme.light), "color-scheme: light"]
    return _rule(":root", [*_sizes(theme), *light])


def chosen_by_browser(theme: Theme, fonts: PurePosixPath = FONTS) -> str:
    """Return the same for pages without reading options: the first font, the browser's scheme.

    The font is waited for: a page on the wall is looked at for long, and read from far. `fonts` is
    the folder of fonts, seen from the style sheet.
    """
    dark = _rule(":root", [*_colours(theme.dark), "color-scheme: dark"])
    font = theme.site.fonts[0]
    faces = (_font_face(font, file, "swap", fonts) for file in font.web_files)
    return "\n".join(
        [
            *faces,
            plain_variables(theme),
            f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n",
        ]
    )


def fonts(theme: Theme) -> dict[PurePosixPath, PurePosixPath]:
    """Return the files to put in the site's `fonts/`: name there -> path under `polices/`.

    Each licence goes with its fonts, under the name of their folder.
    """
    files = {}
    for font in theme.site.fonts:
        files.update({PurePosixPath(file.path.name): file.path for file in font.web_files})
        for path in font.licences:
            files[PurePosixPath(f"{path.parent.name}-{path.name}")] = path
    return files


def _font_face(font: Font, file: FontFile, display: str, folder: PurePosixPath = FONTS) -> str:
    return _rule(
        "@font-face",
        [
            f'font-family: "{font.name}"',
            f'src: url("{folder / file.path.name}") format("woff2")',
            f"font-weight: {file.weight}",
            f"font-style: {'italic' if file.italic else 'normal'}",
            f"font-display: {display}",
        ],
    )


def _colours(palette: Palette) -> list[str]:
    return [f"--emas-{colour}: {value}" for colour, value in palette.items()]


def _kinds(theme: Theme) -> Iterator[str]:
    for kind, style in theme.kinds.items():
        yield f"--emas-genre-{kind}: var(--emas-{style.colour})"
        yield f"--emas-genre-{kind}-fond: var(--emas-{style.tint})"


def _sizes(theme: Theme) -> list[str]:
    site, wide = theme.site, theme.site.wide
    stacks = [", ".join(map(_family, (font.name, *site.fallback))) for font in site.fonts]
    return [
        f"--emas-police: {stacks[0]}",
        *(f"--emas-police-{f.id}: {stack}" for f, stack in zip(site.fonts, stacks, strict=True)),
        *(f"--emas-taille-{rank}: {size:g}rem" for rank, size in enumerate(site.sizes_rem, 1)),
        f"--emas-interligne: {site.line_spacing:g}",
        f"--emas-mesure: {site.measure_ch:g}ch",
        f"--emas-cible: {site.target_px:g}px",
        f"--emas-contour: {site.outline_px:g}px",
        f"--emas-ecart-du-contour: {site.outline_offset_px:g}px",
        f"--emas-bord: {site.edge_px:g}px",
        f"--emas-arrondi: {site.radius_px:g}px",
        f"--emas-large-interligne: {wide.line_spacing:g}",
        f"--emas-large-lettres: {wide.letters_em:g}em",
        f"--emas-large-mots: {wide.words_em:g}em",
        f"--emas-large-paragraphes: {wide.paragraphs_em:g}em",
    ]


def _family(name: str) -> str:
    return name if name in GENERIC else f'"{name}"'


def _rule(selector: str, declarations: Iterable[str]) -> str:
    return "".join([f"{selector} {{\n", *(f"  {line};\n" for line in declarations), "}\n"])
