from collections.abc import Callable
from pathlib import Path

import pytest

from emas.theme import Colour, Kind, Theme, ThemeError, read

Changed = Callable[[str, str], Path]


def refusal(folder: Path) -> list[str]:
    """Return what is told about the theme in `folder`, without file and line."""
    with pytest.raises(ThemeError) as caught:
        read(folder)
    return [str(problem).split(":", 2)[2].strip() for problem in caught.value.problems]


def test_lengths_lose_their_unit_and_keep_their_value(built_in: Theme) -> None:
    assert (built_in.paper.margin_cm, built_in.paper.body_pt) == (2, 11)
    assert built_in.slides.table_pt == (22, 20, 18)


def test_a_kind_has_a_word_and_an_accent_and_its_tint(built_in: Theme) -> None:
    style = built_in.kinds[Kind.KEY_MESSAGE]
    assert (style.word, style.colour, style.tint) == ("À retenir", Colour.NAVY, Colour.NAVY_TINT)


def test_a_colour_may_be_written_in_small_letters(changed: Changed) -> None:
    assert read(changed('"#1B2733"', '"#1b2733"')).light[Colour.INK] == "#1B2733"


def test_a_theme_read_from_elsewhere_is_the_same_theme(changed: Changed, built_in: Theme) -> None:
    assert read(changed("nom: EMAS", "nom: EMAS")) == built_in


def test_a_pair_that_does_not_contrast_is_refused(changed: Changed) -> None:
    folder = changed('ocre: "#8A5A00"', 'ocre: "#B07A10"')
    told = "« couleurs.clair.ocre » : le contraste avec"
    assert refusal(folder) == [
        f"{told} « fond-ocre » est de 3,27:1, il en faut 4,5:1. "
        "Remède : foncez « ocre » ou éclaircissez « fond-ocre ».",
        f"{told} « gris » est de 3,30:1, il en faut 4,5:1. "
        "Remède : foncez « ocre » ou éclaircissez « gris ».",
        f"{told} « papier » est de 3,72:1, il en faut 4,5:1. "
        "Remède : foncez « ocre » ou éclaircissez « papier ».",
    ]


def test_in_the_dark_palette_the_text_is_what_must_be_lighter(changed: Changed) -> None:
    folder = changed('fond-vert: "#273838"', 'fond-vert: "#4A6464"')
    assert refusal(folder)[0].split("Remède : ")[1] == (
        "foncez « fond-vert » ou éclaircissez « discret »."
    )


def test_a_ratio_just_under_is_not_rounded_up_to_what_is_asked(changed: Changed) -> None:
    folder = changed('trait: "#76808C"', 'trait: "#7C8C98"')  # 2.998 on this background
    assert refusal(folder)[0].split(". Remède : ")[0] == (
        "« couleurs.clair.trait » : le contraste avec « fond-framboise » est de 2,99:1, "
        "il en faut 3:1"
    )


def test_a_problem_names_its_file_and_line(changed: Changed) -> None:
    folder = changed('encre: "#1B2733"', "encre: noir")
    with pytest.raises(ThemeError) as caught:
        read(folder)
    assert str(caught.value) == (
        f"{folder}/tokens.yml:9: « couleurs.clair.encre » : « noir » n’est pas une couleur. "
        'Remède : écrivez « # » et six chiffres, entre guillemets, par exemple « "#0B6173" ».'
    )


def test_all_problems_are_told_at_once_in_the_order_of_the_file(changed: Changed) -> None:
    folder = changed("  marge: 2 cm\n  corps: 11 pt\n", "  marge: 2\n  corps: onze\n")
    assert refusal(folder) == [
        "« papier.marge » : « 2 » n’est pas une longueur en cm. "
        "Remède : écrivez par exemple « 2 cm », avec un point décimal.",
        "« papier.corps » : « onze » n’est pas une longueur en pt. "
        "Remède : écrivez par exemple « 2 pt », avec un point décimal.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "marge: 2 cm",
            "marge: 20 mm",
            "« papier.marge » : « 20 mm » n’est pas une longueur en cm",
        ),
        ("corps: 11 pt", "corps: 0 pt", "« papier.corps » : « 0 pt » n’est pas une longueur en pt"),
        ("[22 pt, ", "[22, ", "« diapos.tableau » : « 22 » n’est pas une longueur en pt"),
        (
            "interligne: 1.45",
            "interligne: 1,45",
            "« papier.interligne » : « 1,45 » n’est pas un nombre sans unité",
        ),
        ("  qr: 3 cm\n", "", "« papier.qr » : cette clé manque"),
        ("  qr: 3 cm", "  qr: [3 cm]", "« papier.qr » : il faut une longueur en cm"),
        (
            "  demain: {mot: À essayer demain, couleur: vert}\n",
            "",
            "« genres.demain » : cette clé manque",
        ),
        ("nom: EMAS", "nom: EMAS\nnom: AMES", "« nom » : cette clé est écrite deux fois"),
        ("nom: EMAS", "nom: EMAS\n? [deux, clés]\n: 1", "« ? » : cette clé n’existe pas"),
        ("nom: EMAS", "nom:", "« nom » : un texte est attendu"),
        (
            'marine: "#12395B"',
            "marine: #12395B",
            "« couleurs.clair.marine » : un texte est attendu",
        ),
        ("couleur: vert}", "couleur: bleu}", "« genres.demain.couleur » : la couleur « bleu »"),
        ("traits: [trait]", "traits: [tret]", "« contrastes.3.traits » : la couleur « tret »"),
        ("graisse: 400", "graisse: gras", "« polices.atkinson.fichiers.1.graisse » : « gras »"),
        ("style: droit", "style: penché", "« polices.atkinson.fichiers.1.style » : « penché »"),
        ("police: arial", "police: ariel", "« diapos.police » : la police « ariel »"),
        (
            "polices: [atkinson, lexend]  ",
            "polices: [atkinson, opendyslexic]  ",
            "« papier.polices » : la police « opendyslexic » n’a pas de fichier .ttf",
        ),
        ("polices: [atkinson, lexend]  ", "polices: []  ", "« papier.polices » : une liste de"),
        (
            "Lexend_700Bold.ttf",
            "Gras.ttf",
            "« polices.lexend.dossier » : le fichier polices/lexend/",
        ),
        (
            "livret-a5: {marge: 1.5 cm, corps: 10 pt}",
            "livret-a5: petit",
            "« papier.livret-a5 » : des clés sont attendues",
        ),
        (
            "  - traits: [trait]\n",
            "  - trait\n  - traits: [trait]\n",
            "« contrastes » : une liste est attendue",
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(
    changed: Changed, old: str, new: str, told: str
) -> None:
    [only] = refusal(changed(old, new))
    assert only[: len(told)] == told


def test_an_unknown_key_is_refused_with_the_nearest_one(changed: Changed) -> None:
    folder = changed("  qr: 3 cm\n", "  qr: 3 cm\n  marges: 3 cm\n")
    assert refusal(folder) == [
        "« papier.marges » : cette clé n’existe pas. Remède : écrivez « marge »."
    ]


def test_an_unknown_key_like_no_other_is_to_be_deleted(changed: Changed) -> None:
    folder = changed("  qr: 3 cm\n", "  qr: 3 cm\n  zzz: 3 cm\n")
    assert refusal(folder) == [
        "« papier.zzz » : cette clé n’existe pas. Remède : supprimez cette ligne."
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"nom: [EMAS\n", "ceci n’est pas du YAML"),
        (b"nom: \x07\n", "ceci n’est pas du YAML"),
        ("nom: thème".encode("latin-1"), "ce n’est pas du texte en UTF-8"),
        (b"", "le fichier ne contient pas de clés"),
        (b"- nom\n", "le fichier ne contient pas de clés"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_is_refused(
    tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "tokens.yml").write_bytes(content)
    [only] = refusal(tmp_path)
    assert only.split(". Remède : ")[0] == told


def test_a_folder_without_theme_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent") == [
        "ce fichier est introuvable ou illisible. "
        "Remède : partez d’une copie de themes/emas/tokens.yml."
    ]
