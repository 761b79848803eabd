"""What templates receive, as text."""

import json

from tests.conftest import Golden
from tests.unit.writers.handouts.every_kind import BLOCKS
from tests.unit.writers.handouts.samples import HERE, THEME, edition, line, par, row
from tests.unit.writers.handouts.samples import table as table_of

from emas.document import Figure, Footnote, FootnoteRef, Image, TermUse
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.content import blocks, column_widths, table
from emas.writers.handouts.context import LINE, Context, Data
from emas.writers.handouts.inlines import BREAK, LONG_WORD, breakable, inlines
from emas.writers.handouts.look import Look, settings, standard


def as_text(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def test_each_kind_of_node_becomes_data(golden: Golden) -> None:
    golden("handouts/every_kind.json", as_text(booklet(edition(*BLOCKS))))


def test_a_look_chooses_colours_font_and_sizes() -> None:
    look = Look("noir-et-blanc", "lexend", "a5", margin_cm=1.5, body_pt=10.0)
    found = settings(THEME, look)
    chosen = {key: found[key] for key in ("couleurs", "police", "format", "marge-cm", "corps-pt")}
    assert chosen == {
        "couleurs": {str(colour): value for colour, value in THEME.mono.items()},
        "police": ["Lexend", *THEME.paper.fallback],
        "format": "a5",
        "marge-cm": 1.5,
        "corps-pt": 10.0,
    }


def test_the_ordinary_look_is_that_of_the_theme() -> None:
    paper = THEME.paper
    expected = Look("clair", paper.fonts[0].id, "a4", paper.margin_cm, paper.body_pt)
    assert standard(THEME) == expected


def test_a_long_word_may_be_broken_and_loses_nothing() -> None:
    address = "www.exemple.fr/une/adresse/tres-longue?avec=des&choses#" + "a" * 60
    parts = breakable(address).split(BREAK)
    assert "".join(parts) == address
    assert max(map(len, parts)) <= LONG_WORD


def test_ordinary_words_are_left_alone() -> None:
    assert breakable("anticonstitutionnel  et court") == "anticonstitutionnel  et court"


def test_a_text_is_one_line() -> None:
    assert breakable("un\ndeux\ttrois") == "un deux trois"


def test_a_column_has_the_room_of_its_longest_word_then_of_its_text() -> None:
    narrow, wide = column_widths(
        table_of(row("Niveau", "Exemples"), row("Lycée", "mot " * 40)), LINE
    )
    assert (narrow, wide) == (12, 78)


def test_notes_of_a_table_are_lettered() -> None:
    labels = [f"n{number}" for number in range(27)]
    cells = [row(line(FootnoteRef(label, HERE))) for label in labels]
    notes = {label: Footnote(label, (), HERE) for label in labels}
    found = table(table_of(row("un"), *cells), Context(edition(), notes=notes))
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa"]
    assert found["notes"] == [{"mark": letter, "blocks": []} for letter in letters]


def test_words_stand_for_a_picture_that_is_not_there() -> None:
    absent = Image("media/absente.svg", "Une flèche", "", False, HERE)
    words = {"type": "text", "text": "Une flèche"}
    alone = {"type": "paragraph", "keep": False, "children": [words]}
    found = blocks((Figure(absent, HERE), par(absent)), Context(edition()))
    assert found == [alone, alone]


def test_a_term_without_an_entry_is_plain_text() -> None:
    term = TermUse("inconnu", line("mot"), HERE)
    assert inlines((term,), Context(edition())) == [{"type": "text", "text": "mot"}]


def test_what_leads_to_a_list_or_a_table_stays_with_it() -> None:
    texts = (par("Un tableau."), table_of(row("un")), par("Une liste :"))
    found = blocks((*texts, par("Après.")), Context(edition()))
    assert [item.get("keep") for item in found] == [True, None, True, False]
