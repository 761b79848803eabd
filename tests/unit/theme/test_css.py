from dataclasses import replace
from pathlib import PurePosixPath

from emas.theme import Colour, Font, FontFile, Kind, KindStyle, Site, Spacing, Theme, css

ROMAN = FontFile(PurePosixPath("essai/essai.woff2"), "200 800", italic=False)
PRINT = FontFile(PurePosixPath("essai/Essai.ttf"), "400", italic=False)
FONT = Font("essai", "Essai", (ROMAN, PRINT), (PurePosixPath("essai/LICENSE.txt"),))

SITE = Site(
    fonts=(FONT,),
    fallback=("Segoe UI", "sans-serif"),
    sizes_rem=(1, 1.25),
    line_spacing=1.6,
    measure_ch=70,
    target_px=44,
    outline_px=3,
    outline_offset_px=2,
    edge_px=4,
    radius_px=4,
    wide=Spacing(2, 0.12, 0.16, 2),
)

EXPECTED = """\
@font-face {
  font-family: "Essai";
  src: url("../fonts/essai.woff2") format("woff2");
  font-weight: 200 800;
  font-style: normal;
  font-display: optional;
}

:root {
  --emas-police: "Essai", "Segoe UI", sans-serif;
  --emas-police-essai: "Essai", "Segoe UI", sans-serif;
  --emas-taille-1: 1rem;
  --emas-taille-2: 1.25rem;
  --emas-interligne: 1.6;
  --emas-mesure: 70ch;
  --emas-cible: 44px;
  --emas-contour: 3px;
  --emas-ecart-du-contour: 2px;
  --emas-bord: 4px;
  --emas-arrondi: 4px;
  --emas-large-interligne: 2;
  --emas-large-lettres: 0.12em;
  --emas-large-mots: 0.16em;
  --emas-large-paragraphes: 2em;
}

:root, [data-md-color-scheme=default] {
  --emas-petrole: #0B6173;
  --emas-fond-petrole: #E9F1F2;
  color-scheme: light;
}

@media screen {
[data-md-color-scheme=slate] {
  --emas-petrole: #6CC4D4;
  --emas-fond-petrole: #223742;
  color-scheme: dark;
}
}

:root, [data-md-color-scheme] {
  --emas-genre-exemple: var(--emas-petrole);
  --emas-genre-exemple-fond: var(--emas-fond-petrole);
}
"""


def small(theme: Theme) -> Theme:
    """Return `theme` with one font, one kind and its two colours."""
    return replace(
        theme,
        light={Colour.PETROL: "#0B6173", Colour.PETROL_TINT: "#E9F1F2"},
        dark={Colour.PETROL: "#6CC4D4", Colour.PETROL_TINT: "#223742"},
        kinds={Kind.EXAMPLE: KindStyle("Exemple", Colour.PETROL)},
        site=SITE,
    )


def test_a_theme_becomes_custom_properties(built_in: Theme) -> None:
    assert css.variables(small(built_in)) == EXPECTED


def test_an_italic_file_says_so(built_in: Theme) -> None:
    italic = replace(FONT, files=(replace(ROMAN, italic=True),))
    theme = replace(built_in, site=replace(SITE, fonts=(italic,)))
    assert css.variables(theme).splitlines()[4] == "  font-style: italic;"


def test_no_font_comes_from_elsewhere(built_in: Theme) -> None:
    assert "://" not in css.variables(built_in)


def test_web_fonts_are_copied_flat_each_with_its_licence(built_in: Theme) -> None:
    assert css.fonts(small(built_in)) == {
        PurePosixPath("essai.woff2"): PurePosixPath("essai/essai.woff2"),
        PurePosixPath("essai-LICENSE.txt"): PurePosixPath("essai/LICENSE.txt"),
    }


def test_every_font_that_the_style_sheet_names_is_copied(built_in: Theme) -> None:
    named = {line.split('"')[1] for line in css.variables(built_in).splitlines() if "url(" in line}
    copied = {name for name in css.fonts(built_in) if name.suffix == ".woff2"}
    assert named == {f"../fonts/{name}" for name in copied}


def test_a_page_without_options_follows_the_browser(built_in: Theme) -> None:
    face, _, rest = css.chosen_by_browser(small(built_in)).partition("\n:root")
    assert face == EXPECTED.partition("\n:root")[0].replace("optional", "swap")
    assert rest.endswith(
        """\
@media screen and (prefers-color-scheme: dark) {
:root {
  --emas-petrole: #6CC4D4;
  --emas-fond-petrole: #223742;
  color-scheme: dark;
}
}
"""
    )
