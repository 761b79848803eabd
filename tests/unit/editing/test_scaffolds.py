"""New pieces: each builds at once, and nothing that was there is lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.suite_cases import MINIMAL

from emas.editing.scaffolds import (
    KINDS,
    STATEMENT,
    Draft,
    NewAdaptation,
    NewModule,
    NewPath,
    NewQuestion,
    NewSession,
    NewSituation,
    NewStep,
    RefusedError,
    announced_min,
    line_to_open,
    new_adaptation,
    new_module,
    new_path,
    new_question,
    new_session,
    new_situation,
    new_step,
    readable_modules,
    verified,
)
from emas.editing.scaffolds.identifiers import LONGEST, free_identifier, identifier_of
from emas.model import Kind, Module
from emas.model.task import UNSCORED
from emas.pipeline import Loaded, load_sources
from emas.readers.sources import Sources
from emas.readers.values import IDENTIFIER

ESSAI = PurePosixPath("modules/essai")
BANK = ESSAI / "questions.md"
STEP = ESSAI / "01-etape.md"
DESCRIPTION = ESSAI / "module.yml"
PLAN = PurePosixPath("content/plan/2026-2027-plan.yml")
DAY = date(2027, 1, 13)
MODULE = NewModule("Un élève arrive", "cadre", ("aesh",), ("college",), "accueillir un élève")


def with_files(changes: Mapping[PurePosixPath, bytes], sources: Sources = MINIMAL) -> Sources:
    return Sources({**sources.files, **changes}, sources.links)


def essai(sources: Sources = MINIMAL) -> Module:
    return readable_modules(sources)["essai"]


def loaded(draft: Draft, sources: Sources = MINIMAL) -> Loaded:
    """Return the project once the draft is written; nothing must be wrong in it."""
    project = load_sources(with_files(verified(sources, draft).changes, sources))
    assert project.diagnostics == ()
    return project


def text(draft: Draft, path: PurePosixPath) -> str:
    return draft.changes[path].decode()


def opened(draft: Draft, sources: Sources = MINIMAL) -> str:
    """Return the line that is told to be opened."""
    return text(draft, draft.opens).splitlines()[line_to_open(sources, draft) - 1]


# Modules


def test_a_new_module_has_a_step_and_a_question_and_nothing_wrong() -> None:
    draft = new_module(MINIMAL, MODULE)
    module = loaded(draft).catalogue.module("eleve-arrive")
    assert [step.id for step in module.steps] == ["pour-commencer"]
    assert [item.id for item in module.objectives] == ["accueillir"]
    assert [item.id for item in module.bank] == ["eleve-arrive-q01"]
    assert opened(draft) == "resume: À compléter."


def test_an_objective_left_for_later_has_a_name_all_the_same() -> None:
    module = loaded(new_module(MINIMAL, replace(MODULE, objective="à compléter"))).catalogue
    assert [item.id for item in module.module("eleve-arrive").objectives] == ["objectif-1"]


def test_a_second_module_of_that_title_has_another_name() -> None:
    first = with_files(new_module(MINIMAL, MODULE).changes)
    assert new_module(first, MODULE).opens.parent.name == "eleve-arrive-2"


# Steps


def new_essai_step(sources: Sources = MINIMAL) -> Draft:
    return new_step(sources, NewStep(essai(sources), "Deux idées : suite", 10, 30, "decrire"))


def test_a_new_step_has_the_next_number_and_its_minutes_count() -> None:
    draft = new_essai_step()
    module = loaded(draft).catalogue.module("essai")
    assert [step.id for step in module.steps] == ["etape", "deux-idees"]
    assert module.durations.online_min == 15
    assert draft.opens == ESSAI / "02-deux-idees.md"
    assert opened(draft) == "## À compléter : une première idée"


def test_only_the_durations_that_a_module_announces_are_given_to_its_step() -> None:
    assert "duree: {en-ligne: 10 min}\n" in text(new_essai_step(), ESSAI / "02-deux-idees.md")


def test_durations_on_lines_of_their_own_are_changed_too() -> None:
    lines = MINIMAL.files[DESCRIPTION].replace(
        b"durees: {en-ligne: 5 min}", b"durees:\n  en-ligne: 5 min"
    )
    sources = with_files({DESCRIPTION: lines})
    assert b"  en-ligne: 15 min\n" in new_essai_step(sources).changes[DESCRIPTION]


def test_after_step_99_there_is_none() -> None:
    last = with_files({ESSAI / "99-fin.md": MINIMAL.files[STEP]})
    with pytest.raises(RefusedError, match="99"):
        new_essai_step(last)


# Questions


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_each_kind_is_right_as_it_is(kind: Kind) -> None:
    asked = NewQuestion(essai(), kind, "decrire", STATEMENT)
    draft = new_question(MINIMAL, asked)
    added = loaded(draft).catalogue.module("essai").bank[-1]
    assert (added.id, added.kind, added.objective) == ("ess-q02", kind, "decrire")
    in_step = loaded(new_question(MINIMAL, replace(asked, step="etape")))
    assert [item.kind for item in in_step.catalogue.module("essai").steps[0].questions] == [kind]


def test_every_kind_is_proposed() -> None:
    assert set(KINDS) == set(Kind)


def test_what_has_a_right_answer_is_asked_at_the_end() -> None:
    draft = new_question(MINIMAL, NewQuestion(essai(), Kind.SINGLE, "decrire", "Quand ?"))
    (acquis,) = loaded(draft).catalogue.module("essai").assessments
    assert (acquis.questions, draft.remarks) == (("ess-q01", "ess-q02"), ())
    assert opened(draft) == "  > À compléter : pourquoi elle convient."


def test_what_no_assessment_asks_is_told() -> None:
    for kind in UNSCORED:
        draft = new_question(MINIMAL, NewQuestion(essai(), kind, "decrire", STATEMENT))
        assert list(draft.changes) == [BANK]
        assert draft.remarks[0].startswith("Aucune évaluation ne demande encore « ess-q02 »")


def test_a_draw_takes_new_questions_by_itself() -> None:
    drawn = MINIMAL.files[DESCRIPTION].replace(b"{questions: [ess-q01]}", b"{tirage: 1}")
    sources = with_files({DESCRIPTION: drawn})
    draft = new_question(sources, NewQuestion(essai(sources), Kind.SINGLE, "decrire", STATEMENT))
    assert (list(draft.changes), draft.remarks) == ([BANK], ())


def test_a_module_without_a_bank_gets_one() -> None:
    files = {path: data for path, data in MINIMAL.files.items() if path != BANK}
    files[DESCRIPTION] = files[DESCRIPTION].replace(b"  acquis: {questions: [ess-q01]}", b"  {}")
    sources = Sources(files)
    draft = new_question(sources, NewQuestion(essai(sources), Kind.OPEN, "decrire", STATEMENT))
    assert text(draft, BANK).startswith("<!-- Un texte libre")


def test_what_is_there_keeps_every_byte() -> None:
    windows = MINIMAL.files[BANK].replace(b"\n", b"\r\n")
    sources = with_files({BANK: windows})
    draft = new_question(sources, NewQuestion(essai(), Kind.SINGLE, "decrire", STATEMENT))
    assert draft.changes[BANK].startswith(windows)
    assert draft.changes[BANK].count(b"\n") == draft.changes[BANK].count(b"\r\n")
    loaded(draft, sources)


def test_an_unknown_step_is_refused_with_those_there_are() -> None:
    with pytest.raises(RefusedError, match="Étapes : etape"):
        new_question(MINIMAL, NewQuestion(essai(), Kind.SINGLE, "decrire", "", step="autre"))


# Situations


def test_an_adaptation_has_all_its_parts_and_nothing_wrong() -> None:
    asked = NewAdaptation("La consigne : un verbe", "comprendre", "temps", ("college",), ("aesh",))
    draft = new_adaptation(MINIMAL, asked)
    (shared,) = loaded(draft).catalogue.adaptations
    assert (shared.id, shared.title, shared.need) == ("consigne", asked.title, asked.need)
    assert (shared.domain, shared.levels, shared.audiences) == ("temps", ("college",), ("aesh",))
    assert all((shared.intro, shared.how, shared.avoid, shared.measure))
    assert opened(draft).startswith("À compléter : à quoi cela sert")
    again = new_adaptation(with_files(draft.changes), asked)
    assert again.opens.stem == "consigne-2"


def test_a_situation_has_two_decisions_and_nothing_wrong() -> None:
    draft = new_situation(MINIMAL, NewSituation(essai(), "etape", "Sami attend", "college"))
    loaded(draft)
    assert text(draft, STEP).count("\n::: decision ") == 2
    assert opened(draft).startswith("À compléter : qui")


def test_a_situation_needs_a_step_that_is_there() -> None:
    with pytest.raises(RefusedError, match="« autre » n’existe pas"):
        new_situation(MINIMAL, NewSituation(essai(), "autre", "Sami attend", "college"))


# Sessions

SESSION = NewSession(essai(), DAY, time(13, 30), time(16, 30), "École A", "Lille (fictif)")


def new(sources: Sources, asked: NewSession = SESSION) -> Draft:
    return new_session(sources, load_sources(sources).catalogue, asked)


def test_the_first_session_of_a_year_makes_its_plan() -> None:
    draft = new(MINIMAL)
    (plan,) = loaded(draft).catalogue.plans
    assert draft.opens == PurePosixPath("content/plan/2026-2027-lille-fictif.yml")
    assert [(plan.year, session.id) for _, _, session in plan.sessions()] == [
        ("2026-2027", "essai-2027-01")
    ]


def test_another_session_goes_with_the_others_and_remarks_stay() -> None:
    first = new(MINIMAL)
    sources = with_files(first.changes)
    second = new(sources, replace(SESSION, day=date(2027, 1, 20)))
    (plan,) = loaded(second, sources).catalogue.plans
    assert [session.id for _, _, session in plan.sessions()] == ["essai-2027-01", "essai-2027-01-2"]
    assert text(second, first.opens).startswith(text(first, first.opens))


def test_a_training_that_the_plan_lacks_is_added_to_it() -> None:
    sources = with_files(new_module(MINIMAL, MODULE).changes)
    sources = with_files(new(sources).changes, sources)
    other = readable_modules(sources)["eleve-arrive"]
    (plan,) = loaded(new(sources, replace(SESSION, module=other)), sources).catalogue.plans
    assert [training.modules for _, training, _ in plan.sessions()] == [
        ("essai",),
        ("eleve-arrive",),
    ]


EMPTY = "annee: 2026-2027\nacademie: Lille (fictif)  # la nôtre\n"
TRAINING = """\
dispositifs:
  - titre: Lire
    cadre: autre
    modules:
      - titre: Lire
        contenu: [essai]
        duree: 3 h
        publics: [aesh]
        inscription: equipe
"""


@pytest.mark.parametrize("plan", [EMPTY, EMPTY + TRAINING])
def test_a_plan_without_session_receives_one(plan: str) -> None:
    sources = with_files({PLAN: plan.encode()})
    draft = new(sources)
    assert text(draft, PLAN).startswith(plan)
    assert len(list(loaded(draft, sources).catalogue.plans[0].sessions())) == 1


def test_another_academy_has_its_own_plan() -> None:
    sources = with_files(new(MINIMAL).changes)
    draft = new(sources, replace(SESSION, academy="Amiens (fictif)", day=date(2027, 2, 3)))
    assert draft.opens.name == "2026-2027-amiens-fictif.yml"
    assert len(loaded(draft, sources).catalogue.plans) == 2


def test_a_session_lasts_as_long_as_its_training_says() -> None:
    sources = with_files(new(MINIMAL).changes)
    assert announced_min(load_sources(MINIMAL).catalogue, essai()) == 180
    catalogue = load_sources(with_files(new(sources, replace(SESSION)).changes, sources)).catalogue
    assert announced_min(catalogue, essai()) == 180


def test_a_session_cannot_end_before_it_starts() -> None:
    with pytest.raises(RefusedError, match="avant son début"):
        new(MINIMAL, replace(SESSION, end=time(12, 0)))


def test_a_plan_laid_out_in_brackets_is_left() -> None:
    lines = text(new(MINIMAL), new(MINIMAL).opens).splitlines()
    start = next(rank for rank, line in enumerate(lines) if line.strip() == "sessions:")
    flow = "[{id: a, modalite: asynchrone, ouverte: {du: 2027-01-04, au: 2027-02-01}}]"
    plan = "\n".join([*lines[:start], f"        sessions: {flow}", ""])
    with pytest.raises(RefusedError, match="un tiret par ligne"):
        new(with_files({PLAN: plan.encode()}))


# What may be written


def test_a_file_that_is_wrong_is_mended_first() -> None:
    broken = with_files({BANK: MINIMAL.files[BANK] + b"\n::: retenir\n"})
    draft = new_question(broken, NewQuestion(essai(broken), Kind.SINGLE, "decrire", "Quand ?"))
    with pytest.raises(RefusedError, match=r"questions\.md, ligne 10 : .* Remède : "):
        verified(broken, draft)


def test_nothing_is_written_through_a_link() -> None:
    linked = Sources(MINIMAL.files, frozenset([ESSAI]))
    draft = new_question(MINIMAL, NewQuestion(essai(), Kind.SINGLE, "decrire", "Quand ?"))
    with pytest.raises(RefusedError, match="lien symbolique"):
        verified(linked, draft)


def test_a_text_that_would_be_wrong_is_not_written() -> None:
    draft = new_module(MINIMAL, replace(MODULE, title="Moins < plus"))
    with pytest.raises(RefusedError, match=r"module\.yml, ligne 2"):
        verified(MINIMAL, draft)


# Ids


# Paths


def test_a_new_path_goes_through_every_step_and_nothing_is_wrong() -> None:
    draft = new_path(MINIMAL, NewPath("Lire : pour demain", ("aesh",), (essai(),)))
    (path,) = loaded(draft).catalogue.paths
    assert (path.id, path.prerequisites) == ("lire", ())
    assert [(stage.module, stage.steps) for stage in path.stages] == [("essai", ("etape",))]
    assert opened(draft) == "resume: À compléter."


def test_a_path_through_a_module_without_step_takes_it_whole() -> None:
    empty = replace(essai(), steps=())
    draft = new_path(MINIMAL, NewPath("Lire", ("aesh",), (empty,)))
    (path,) = loaded(draft).catalogue.paths
    assert path.stages[0].steps == ()


def test_a_path_is_never_called_as_the_list_of_all_paths() -> None:
    draft = new_path(MINIMAL, NewPath("Index", ("aesh",), (essai(),)))
    assert str(draft.opens) == "content/parcours/index-2.yml"


# Identifiers


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("L’élève qui arrive", "eleve-qui-arrive"),
        ("Cœur et Œuvre", "coeur-et-oeuvre"),
        ("Autisme : comprendre", "autisme"),
        ("3 jours pour s’installer", "jours-pour-s-installer"),
        ("Une", "une"),
        ("…", ""),
        ("12", ""),
    ],
)
def test_an_id_is_made_of_the_title(title: str, expected: str) -> None:
    assert identifier_of(title) == expected


@given(st.text(max_size=80))
def test_whatever_the_title_its_id_is_one_or_none(title: str) -> None:
    name = identifier_of(title)
    assert name == "" or (IDENTIFIER.fullmatch(name) and len(name) <= LONGEST)


@pytest.mark.parametrize(("asked", "why"), [("Élève", "identifiant"), ("pris", "existe déjà")])
def test_an_id_that_was_asked_is_that_one_or_refused(asked: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        free_identifier("Titre", asked, {"pris"})
    assert free_identifier("Titre", "libre", {"pris"}) == "libre"


def test_a_title_without_letter_asks_for_an_id_and_windows_has_its_say() -> None:
    with pytest.raises(RefusedError, match="--id"):
        free_identifier("…", "", ())
    assert [free_identifier(title, "", ()) for title in ("Con", "LPT1")] == ["con-2", "lpt1-2"]
