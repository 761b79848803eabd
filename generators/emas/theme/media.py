"""The parts of `tokens.yml` that give each medium its fonts and sizes."""

from collections.abc import Mapping

from emas.theme.colours import Kind
from emas.theme.fields import Section
from emas.theme.sizes import (
    Band,
    Body,
    Font,
    Motif,
    Paper,
    Rule,
    Site,
    Slides,
    Spacing,
    Stroke,
)


def paper(part: Section, fonts: Mapping[str, Font]) -> Paper:
    """Return the sizes of the handouts."""
    a5 = part.section("livret-a5")
    return Paper(
        fonts=_fonts(part, fonts, ".ttf"),
        fallback=part.texts("secours"),
        format=part.text("format"),
        margin_cm=part.measure("marge", "cm"),
        body_pt=part.measure("corps", "pt"),
        large_pt=part.measure("gros-caracteres", "pt"),
        plain_pt=part.measure("version-simple", "pt"),
        line_spacing=part.number("interligne"),
        headings_em=part.measures("titres", "em"),
        small_em=part.measure("petit", "em"),
        rule_pt=part.measure("filet", "pt"),
        edge_pt=part.measure("bord", "pt"),
        inset_em=part.measure("retrait", "em"),
        writing_line_cm=part.measure("ligne-a-ecrire", "cm"),
        tick_box_em=part.measure("case-a-cocher", "em"),
        qr_cm=part.measure("qr", "cm"),
        a5_margin_cm=a5.measure("marge", "cm"),
        a5_body_pt=a5.measure("corps", "pt"),
        motifs=_motifs(part.section("motifs")),
    )


def _motifs(part: Section) -> Mapping[Kind, Motif]:
    return {kind: _motif(part.section(kind)) for kind in Kind}


def _motif(part: Section) -> Motif:
    known = [stroke.value for stroke in Stroke]
    written = part.text("trait")
    if written not in known and written:
        repair = f"choisissez parmi {', '.join(known)}"
        part.refuse("trait", f"le trait « {written} » n’existe pas", repair)
    stroke = Stroke(written) if written in known else Stroke.SOLID
    return Motif(part.text("signe"), stroke)


def slides(part: Section, fonts: Mapping[str, Font]) -> Slides:
    """Return the sizes of the decks."""
    texts, body = part.section("textes"), part.section("contenu")
    return Slides(
        font=_font(part, "police", part.text("police"), fonts),
        width_in=part.measure("largeur", "in"),
        height_in=part.measure("hauteur", "in"),
        margin_in=part.measure("marge", "in"),
        gutter_in=part.measure("gouttiere", "in"),
        edge_in=part.measure("bord", "in"),
        breadcrumb=_band(part.section("fil")),
        title=_band(part.section("titre")),
        rule=_rule(part.section("filet")),
        body_top_in=body.measure("haut", "in"),
        body_height_in=body.measure("hauteur", "in"),
        roomy=_body(texts.section("aere")),
        normal=_body(texts.section("normal")),
        dense=_body(texts.section("dense")),
        line_spacing=part.number("interligne"),
        minimum_pt=part.measure("minimum", "pt"),
        table_pt=part.measures("tableau", "pt"),
        cover_pt=part.measure("couverture", "pt"),
        section_pt=part.measure("section", "pt"),
        key_message_pt=part.measure("message-cle", "pt"),
        subtitle_pt=part.measure("sous-titre", "pt"),
        stem_pt=part.measure("enonce", "pt"),
        explanation_pt=part.measure("explication", "pt"),
        option_pt=part.measure("option", "pt"),
        label_pt=part.measure("etiquette", "pt"),
        caption_pt=part.measure("legende", "pt"),
        footer=_band(part.section("pied")),
    )


def site(part: Section, fonts: Mapping[str, Font]) -> Site:
    """Return the sizes of the site."""
    return Site(
        fonts=_fonts(part, fonts, ".woff2"),
        fallback=part.texts("secours"),
        sizes_rem=part.measures("tailles", "rem"),
        line_spacing=part.number("interligne"),
        measure_ch=part.measure("mesure", "ch"),
        target_px=part.measure("cible", "px"),
        outline_px=part.measure("contour", "px"),
        outline_offset_px=part.measure("ecart-du-contour", "px"),
        edge_px=part.measure("bord", "px"),
        radius_px=part.measure("arrondi", "px"),
        wide=_spacing(part.section("espacement-large")),
    )


def _spacing(part: Section) -> Spacing:
    return Spacing(
        line_spacing=part.number("interligne"),
        letters_em=part.measure("lettres", "em"),
        words_em=part.measure("mots", "em"),
        paragraphs_em=part.measure("paragraphes", "em"),
    )


def _band(part: Section) -> Band:
    top, height = part.measure("haut", "in"), part.measure("hauteur", "in")
    return Band(top, height, part.measure("corps", "pt"))


def _rule(part: Section) -> Rule:
    top, width = part.measure("haut", "in"), part.measure("largeur", "in")
    return Rule(top, width, part.measure("epaisseur", "in"))


def _body(part: Section) -> Body:
    return Body(part.measure("corps", "pt"), part.measure("avant", "pt"))


def _fonts(part: Section, fonts: Mapping[str, Font], suffix: str) -> tuple[Font, ...]:
    chosen = part.texts("polices")
    for name in chosen:
        if name in fonts and not any(f.path.suffix == suffix for f in fonts[name].files):
            reason = f"la police « {name} » n’a pas de fichier {suffix}"
            part.refuse("polices", reason, "ajoutez le fichier, ou choisissez une autre police")
    return tuple(_font(part, "polices", name, fonts) for name in chosen)


def _font(part: Section, key: str, name: str, fonts: Mapping[str, Font]) -> Font:
    if name not in fonts and name:
        known = ", ".join(f"« {font} »" for font in fonts)
        part.refuse(key, f"la police « {name} » n’est pas déclarée", f"choisissez parmi {known}")
    return fonts.get(name, Font(name, name))
