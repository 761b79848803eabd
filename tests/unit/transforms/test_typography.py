"""French typography, rule by rule. « · » stands for U+00A0 and « _ » for U+202F below."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.transforms.written import SPAN, blocks

from emas.document import (
    Blocks,
    Citation,
    Figure,
    Image,
    InlineCode,
    Link,
    Paragraph,
    Strong,
    Text,
    plain_text,
    walk,
)
from emas.transforms.typography import space, space_blocks, space_fields, space_runs


def seen(text: str) -> str:
    return text.replace("\u00a0", "·").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # Signs with a narrow no-break space before
        ("Pourquoi ?", "Pourquoi_?"),
        ("Pourquoi?", "Pourquoi_?"),
        ("Vraiment  !", "Vraiment_!"),
        ("Quoi ?! Non...", "Quoi_?! Non…"),
        ("Quoi...? Oui", "Quoi…_? Oui"),
        ("un ; deux; trois", "un_; deux_; trois"),
        ("(vraiment?) [oui!] 5 %!", "(vraiment_?) [oui_!] 5·%_!"),
        ("un doute (?) ou « ? »", "un doute (?) ou «_?·»"),
        # The colon
        ("Attention : lire", "Attention·: lire"),
        ("Attention: lire", "Attention·: lire"),
        ("« Attention: »", "«·Attention·:·»"),
        # Quotes and apostrophes
        ("« mot »", "«·mot·»"),
        ("«mot»", "«·mot·»"),
        ('Le "mot"', "Le «·mot·»"),
        ('"Il dit "non"!"', "«·Il dit “non”_!·»"),
        ("l'école d'\"ici\"", "l’école d’«·ici·»"),
        ("aujourd'hui", "aujourd’hui"),
        # Numbers
        ("12 000 élèves", "12_000 élèves"),
        ("1 234 567 €", "1_234_567·€"),
        ("en 2024 500 élèves", "en 2024 500 élèves"),
        ("03 20 12 34 56", "03 20 12 34 56"),
        ("5 % ou 5%", "5·% ou 5·%"),
        ("20 min, 3 h, 10 h 30", "20·min, 3·h, 10·h·30"),
        ("3 ans et 2 semaines", "3·ans et 2·semaines"),
        ("5 s'ils viennent", "5 s’ils viennent"),
        ("le 21 novembre 2026", "le 21·novembre 2026"),
        ("1er degré, 2nd degré, 6e B", "1er·degré, 2nd·degré, 6e·B"),
        # Abbreviations
        ("n° 2 et n°3", "n°·2 et n°·3"),
        ("art. L. 111-1 et Art. 5", "art.·L.·111-1 et Art.·5"),
        ("p. 4, pp. 5-6, fig. 2", "p.·4, pp.·5-6, fig.·2"),
        ("Mme X et M. Y, Dr Z", "Mme·X et M.·Y, Dr·Z"),
        ("Plan D. Il pleut.", "Plan D. Il pleut."),
    ],
)
def test_what_authors_write_becomes_french(written: str, read: str) -> None:
    assert seen(space(written)) == read


@pytest.mark.parametrize(
    "written",
    [
        "13:30",
        "de 9:00 à 10:15",
        "ratio 3:1",
        "https://exemple.fr/a?b=c;d!e:f'g\"h",
        "www.exemple.fr/l'eau?x",
        "https://exemple.fr/5%25/n°2",
        "a?b=1;c",
        "10' et 10\"",
        "??",
        ":",
    ],
)
def test_addresses_times_and_inches_stay_as_they_are(written: str) -> None:
    assert space(written) == written


def test_a_sign_after_an_address_is_not_part_of_it() -> None:
    assert seen(space("Avez-vous lu https://exemple.fr/page?x=1 ?")) == (
        "Avez-vous lu https://exemple.fr/page?x=1_?"
    )
    assert (
        seen(space("Lire https://exemple.fr/page: tout")) == "Lire https://exemple.fr/page·: tout"
    )


def test_a_line_in_pieces_is_read_as_one() -> None:
    assert [seen(run) for run in space_runs(["Est-ce ", "vrai", "? Oui"])] == [
        "Est-ce ",
        "vrai",
        "_? Oui",
    ]
    assert [seen(run) for run in space_runs(['"un ', "mot", ' ici"'])] == ["«·un ", "mot", " ici·»"]
    assert [seen(run) for run in space_runs(["1", " 200", " élèves"])] == ["1", "_200", " élèves"]


def lines(markdown: str) -> list[str]:
    return [
        seen(plain_text(node.children))
        for node in walk(space_blocks(blocks(markdown)))
        if isinstance(node, Paragraph)
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Pourquoi** ?", "Pourquoi_?"),
        ("**Pourquoi**?", "Pourquoi_?"),
        ("**Attention**: lisez", "Attention·: lisez"),
        ("**Attention:** lisez", "Attention·: lisez"),
        ('"Un *mot* ici"', "«·Un mot ici·»"),
        ("l'*école* et l'[AESH](https://exemple.fr/l'aesh)", "l’école et l’AESH"),
        ("Tapez `emas`: c'est fait", "Tapez emas·: c’est fait"),
        ("Vu sur https://exemple.fr ?", "Vu sur https://exemple.fr_?"),
        ("une ligne  \n: et sa suite <!-- sans effet -->!", "une ligne : et sa suite_!"),
        ("Un fait [@has]: sûr ?", "Un fait ·: sûr_?"),
    ],
)
def test_marks_inside_a_line_change_nothing(written: str, read: str) -> None:
    assert lines(written) == [read]


def test_code_and_addresses_are_never_touched() -> None:
    written = "Tapez `a ? \"b\" : c'd'` et [lisez](https://exemple.fr/?a='b' \"C'est ici ?\")."
    (paragraph,) = space_blocks(blocks(written))
    kept = [(node.text) for node in walk((paragraph,)) if isinstance(node, InlineCode)]
    links = [(node.href, seen(node.title)) for node in walk((paragraph,)) if isinstance(node, Link)]
    assert kept == ["a ? \"b\" : c'd'"]
    assert links == [("https://exemple.fr/?a='b'", "C’est ici_?")]


def test_blocks_of_code_are_never_touched() -> None:
    written = blocks('```text\nl\'heure : "10 h" ?\n```\n')
    assert space_blocks(written) == written


def test_pictures_are_told_in_french_too() -> None:
    alone, within = space_blocks(
        blocks("![L'aide ?](media/a.svg \"Pour qui ?\")\n\nMot ![L'aide ?](media/a.svg) : fin.")
    )
    assert isinstance(alone, Figure)
    assert [seen(alone.image.alt), seen(alone.image.caption)] == ["L’aide_?", "Pour qui_?"]
    assert isinstance(within, Paragraph)
    assert [seen(node.alt) for node in within.children if isinstance(node, Image)] == ["L’aide_?"]
    assert seen(plain_text(within.children)) == "Mot L’aide_?·: fin."


def test_places_in_sources_are_spaced() -> None:
    (paragraph,) = space_blocks(blocks("Un fait [@has, p. 12 : l'encadré]."))
    places = [seen(node.locator) for node in walk((paragraph,)) if isinstance(node, Citation)]
    assert places == ["p.·12·: l’encadré"]


def test_titles_of_boxes_headings_and_cells_are_lines() -> None:
    written = (
        "## Qu'est-ce ?\n\n::: retenir L'idée : une\nTexte.\n:::\n\n"
        "| L'un ? | b |\n|---|---|\n| *c* ? | d |\n"
    )
    assert seen(plain_text(space_blocks(blocks(written)))) == (
        "Qu’est-ce_? L’idée·: une Texte. L’un_? b c_? d"
    )


def test_a_sign_keeps_its_look() -> None:
    (paragraph,) = space_blocks(blocks("Est-ce **vrai ?** Oui."))
    assert isinstance(paragraph, Paragraph)
    strong = [node for node in paragraph.children if isinstance(node, Strong)]
    assert [seen(plain_text(node.children)) for node in strong] == ["vrai_?"]


SIGNS = "'\"«»“”…. \u00a0\u202f;:!?%€()[]/aeéhZLMp1230n°\n"
PROSE = st.one_of(
    st.text(),
    st.text(alphabet=SIGNS),
    st.lists(
        st.sampled_from(
            ["«", "»", '"', " ", "n°", "10", "200", "h", "%", "?", ":", "https://a.fr/", "Mme",
             "art.", "L.", "1er", "...", "l'", "mot", "(", ")", ".", ";", "mai", "’", "\n"]
        )
    ).map("".join),
)  # fmt: skip


@given(PROSE)
def test_spacing_twice_changes_nothing_more(text: str) -> None:
    once = space(text)
    assert space(once) == once


def bare(text: str) -> str:
    """The signs of a text but for its spaces, with one look for quotes and apostrophes."""
    for old, new in {"«": '"', "»": '"', "“": '"', "”": '"', "’": "'", "…": "..."}.items():
        text = text.replace(old, new)
    return "".join(sign for sign in text if sign not in " \n\u00a0\u202f")


@given(PROSE)
def test_words_and_signs_are_kept(text: str) -> None:
    assert bare(space(text)) == bare(text)


@given(st.lists(PROSE, min_size=1, max_size=6))
def test_pieces_are_spaced_as_the_whole(runs: list[str]) -> None:
    spaced = space_runs(runs)
    assert "".join(spaced) == space("".join(runs))
    assert len(spaced) == len(runs)


@given(st.lists(PROSE.filter(bool), min_size=1, max_size=4))
def test_code_between_words_is_kept_whatever_it_holds(parts: list[str]) -> None:
    line = tuple(
        InlineCode(part, SPAN) if rank % 2 else Text(part, SPAN) for rank, part in enumerate(parts)
    )
    written: Blocks = (Paragraph(line, SPAN),)
    codes = [node for node in walk(space_blocks(written)) if isinstance(node, InlineCode)]
    assert codes == [node for node in line if isinstance(node, InlineCode)]


@dataclass(frozen=True)
class Card:
    title: str
    variants: tuple[str, ...]
    address: str


def test_named_fields_are_spaced_and_no_other() -> None:
    card = space_fields(Card("L'un ?", ("l'a", "l'b"), "l'c"), "title", "variants")
    assert card == Card("L’un\u202f?", ("l’a", "l’b"), "l'c")
