"""Promises of the theme that comes with the package; `visual-identity.md` gives the reasons."""

import itertools

import pytest

from emas.theme import ACCENTS, Colour, Kind, Palette, Theme, contrast

PALETTES = ("light", "dark", "mono")


def palette_of(theme: Theme, name: str) -> Palette:
    return {"light": theme.light, "dark": theme.dark, "mono": theme.mono}[name]


@pytest.mark.parametrize("name", PALETTES)
def test_every_declared_pair_reaches_its_contrast(built_in: Theme, name: str) -> None:
    assert list(contrast.failing(palette_of(built_in, name), built_in.pairs)) == []


@pytest.mark.parametrize("name", PALETTES)
def test_text_reads_on_every_background(built_in: Theme, name: str) -> None:
    palette = palette_of(built_in, name)
    fronts = (Colour.INK, Colour.MUTED, Colour.LINK)
    backs = (Colour.PAPER, Colour.GREY, *ACCENTS.values())
    ratios = [contrast.ratio(palette[f], palette[b]) for f, b in itertools.product(fronts, backs)]
    assert min(ratios) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_paper_reads_on_every_accent(built_in: Theme, name: str) -> None:
    # The words of a title slide, of a button, of a heading of column.
    palette = palette_of(built_in, name)
    ratios = [contrast.ratio(palette[Colour.PAPER], palette[accent]) for accent in ACCENTS]
    assert min(ratios) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_every_palette_has_every_colour(built_in: Theme, name: str) -> None:
    assert set(palette_of(built_in, name)) == set(Colour)


def test_black_and_white_has_no_grey(built_in: Theme) -> None:
    assert set(built_in.mono.values()) == {"#000000", "#FFFFFF"}


def test_every_kind_has_its_own_word(built_in: Theme) -> None:
    # Colour is never alone: two kinds of the same accent are told apart by their words.
    words = [style.word for style in built_in.kinds.values()]
    assert len(set(words)) == len(words) == len(Kind)


def test_nothing_on_a_slide_is_smaller_than_its_minimum(built_in: Theme) -> None:
    slides = built_in.slides
    sizes = [
        *(body.size_pt for body in (slides.roomy, slides.normal, slides.dense)),
        *slides.table_pt,
        *(slides.cover_pt, slides.section_pt, slides.key_message_pt, slides.subtitle_pt),
        *(slides.stem_pt, slides.explanation_pt, slides.option_pt, slides.label_pt),
    ]
    assert min(sizes) >= slides.minimum_pt == 18


def test_bands_of_a_slide_do_not_overlap(built_in: Theme) -> None:
    slides = built_in.slides
    edges = [
        *(slides.breadcrumb.top_in, slides.breadcrumb.top_in + slides.breadcrumb.height_in),
        *(slides.title.top_in, slides.title.top_in + slides.title.height_in),
        *(slides.rule.top_in, slides.rule.top_in + slides.rule.thickness_in),
        *(slides.body_top_in, slides.body_top_in + slides.body_height_in),
        *(slides.footer.top_in, slides.footer.top_in + slides.footer.height_in),
        slides.height_in,
    ]
    assert edges == sorted(edges)


def test_what_one_taps_is_large_enough(built_in: Theme) -> None:
    assert built_in.site.target_px == 44


def test_wide_spacing_is_what_wcag_asks_for_at_least(built_in: Theme) -> None:
    wide = built_in.site.wide  # WCAG 2.2, 1.4.12
    assert wide.line_spacing >= 1.5
    assert (wide.letters_em, wide.words_em, wide.paragraphs_em) == (0.12, 0.16, 2)


def test_fonts_are_what_their_names_say(built_in: Theme) -> None:
    # The first four bytes: WOFF2, and the version number of a TrueType file.
    starts = {".woff2": b"wOF2", ".ttf": b"\x00\x01\x00\x00"}
    files = [
        file.path for font in (*built_in.site.fonts, *built_in.paper.fonts) for file in font.files
    ]
    assert [(built_in.fonts_folder / path).read_bytes()[:4] for path in files] == [
        starts[path.suffix] for path in files
    ]


def test_open_dyslexic_is_not_on_paper(built_in: Theme) -> None:
    # Its reserved name makes a conversion for Typst delicate.
    assert [font.id for font in built_in.paper.fonts] == ["atkinson", "lexend"]


def test_fonts_that_a_page_loads_leave_room_for_the_page(built_in: Theme) -> None:
    # A page has 300 KB, fonts included; only the default font is loaded without being chosen.
    files = built_in.site.fonts[0].web_files
    sizes = [(built_in.fonts_folder / file.path).stat().st_size for file in files]
    assert sum(sizes) < 100_000
