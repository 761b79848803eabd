"""Shared adaptations: what is read, and what the blocks that name one become."""

from tests.shared_adaptations import ENTRY, NAMED, PATH, STEP, with_entry

from emas.document import Adaptation, Medium, PlainTwin, plain_text, walk
from emas.model import Variant
from emas.pipeline import around, load_sources, prepare
from emas.readers.adaptations import read_adaptations
from emas.readers.known import Known
from emas.readers.sources import Sources


def test_an_adaptation_is_read_part_by_part() -> None:
    loaded = load_sources(with_entry())
    assert loaded.diagnostics == ()
    (shared,) = loaded.catalogue.adaptations
    assert (shared.id, shared.title, shared.need) == (
        "consigne-un-verbe", "Une consigne, un verbe", "comprendre ce qui est demandé",
    )  # fmt: skip
    assert (shared.domain, shared.levels, shared.audiences) == ("temps", ("college",), ("aesh",))
    assert (shared.difficulties, shared.source) == (("autisme",), "has-2026")
    said = [plain_text(part) for part in (shared.intro, shared.how, shared.avoid, shared.measure)]
    assert said == [
        "Pour qui se perd.",
        "Donner une action. La montrer.",
        "Reformuler l'ordre.",
        "Secondes avant le travail.",
    ]
    assert plain_text(shared.plain) == "Je dis une chose."
    assert shared.how[0].span.line == ENTRY.split("\n").index("- Donner une action.") + 1


def test_a_block_that_names_one_is_the_box_that_could_have_been_written_there() -> None:
    (box,) = _boxes(with_entry(NAMED))
    assert box.id == "etape/amenagement-1"
    assert plain_text(box.title) == "Une consigne, un verbe"
    assert plain_text(box.how) == "Donner une action. La montrer."
    assert plain_text(box.measure) == "Secondes avant le travail."
    assert [type(block).__name__ for block in box.blocks] == ["Paragraph", "PlainTwin", "Paragraph"]
    assert plain_text(box.blocks[-1:]) == "Ici, avec un sablier."
    places = {(node.span.path, node.span.line) for node in walk((box,))}
    line = box.span.line
    assert places == {(STEP, line), (STEP, line + 2)}, "its words stand where the block does"


def test_what_is_written_is_spaced_numbered_and_has_its_plain_words() -> None:
    catalogue = load_sources(with_entry(NAMED)).catalogue
    edition = prepare(catalogue, "essai", Medium.PAPER, Variant(plain=True))
    assert [source.id for source in edition.citations] == ["has-2026"]
    (box,) = (node for node in walk(edition.module.steps[0].blocks) if isinstance(node, Adaptation))
    assert "Je dis une chose." in plain_text(box.blocks)
    assert not any(isinstance(block, PlainTwin) for block in box.blocks)


def test_a_document_has_the_words_of_what_its_module_names_and_no_other() -> None:
    catalogue = load_sources(with_entry(NAMED)).catalogue
    assert around(catalogue, "essai").adaptations == ()
    assert any(
        isinstance(node, Adaptation) and node.how
        for node in walk(around(catalogue, "essai").modules[0].steps[0].blocks)
    )


def test_what_was_read_once_is_not_read_again() -> None:
    known = Known()
    sources = with_entry()
    first = load_sources(sources, known).catalogue.adaptations
    again = load_sources(sources, known).catalogue.adaptations
    assert again[0] is first[0]


def test_files_of_another_kind_are_left_alone() -> None:
    sources = with_entry(changes={PATH.with_suffix(".txt"): b"notes"})
    vocabulary = load_sources(sources).catalogue.vocabulary
    adaptations, found = read_adaptations(sources, vocabulary)
    assert [shared.id for shared in adaptations] == ["consigne-un-verbe"]
    assert found == []


def _boxes(sources: Sources) -> list[Adaptation]:
    loaded = load_sources(sources)
    assert loaded.diagnostics == ()
    blocks = loaded.catalogue.module("essai").steps[0].blocks
    return [node for node in walk(blocks) if isinstance(node, Adaptation)]
