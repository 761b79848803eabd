import json

from emas.theme import Colour, Theme, typst


def test_values_survive_json(built_in: Theme) -> None:
    values = typst.values(built_in)
    assert json.loads(json.dumps(values)) == values


def test_keys_are_those_of_the_tokens_with_their_unit(built_in: Theme) -> None:
    paper = typst.values(built_in)["papier"]
    assert isinstance(paper, dict)
    motifs = paper.pop("motifs")
    assert isinstance(motifs, dict)
    assert motifs["retenir"] == {"signe": "★", "trait": "epais"}
    assert paper == {
        "police": "atkinson",
        "format": "a4",
        "marge-cm": 2,
        "corps-pt": 11,
        "gros-caracteres-pt": 18,
        "version-simple-pt": 14,
        "interligne": 1.45,
        "titres-em": [2, 1.5, 1.2, 1.05],
        "petit-em": 0.85,
        "filet-pt": 0.75,
        "bord-pt": 3,
        "retrait-em": 0.8,
        "ligne-a-ecrire-cm": 0.9,
        "case-a-cocher-em": 1.5,
        "qr-cm": 3,
        "livret-a5": {"marge-cm": 1.5, "corps-pt": 10},
    }


def test_a_font_is_followed_by_the_one_that_has_arrows_and_boxes(built_in: Theme) -> None:
    assert typst.values(built_in)["polices"] == {
        "atkinson": ["Atkinson Hyperlegible Next", "DejaVu Sans Mono"],
        "lexend": ["Lexend", "DejaVu Sans Mono"],
    }


def test_paper_has_colours_and_black_and_white_and_never_dark(built_in: Theme) -> None:
    assert typst.values(built_in)["couleurs"] == {
        "clair": {str(colour): built_in.light[colour] for colour in Colour},
        "noir-et-blanc": {str(colour): built_in.mono[colour] for colour in Colour},
    }


def test_every_kind_has_its_word_and_names_its_colours(built_in: Theme) -> None:
    assert typst.values(built_in)["genres"] == {
        str(kind): {"mot": style.word, "couleur": style.colour, "fond": style.tint}
        for kind, style in built_in.kinds.items()
    }
