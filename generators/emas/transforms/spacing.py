"""A whole catalogue, spaced: every word that readers will see."""

from collections.abc import Mapping
from dataclasses import replace

from emas.model import (
    Catalogue,
    LearningPath,
    Media,
    Module,
    Page,
    Plan,
    Step,
    Survey,
    Training,
    Vocabulary,
    Wording,
)
from emas.transforms.typography import space, space_blocks, space_fields


def spaced(catalogue: Catalogue) -> Catalogue:
    """Return `catalogue` with French typography everywhere."""
    return replace(
        catalogue,
        team=replace(
            space_fields(catalogue.team, "name", "carrier", "territory"),
            contacts=tuple(
                space_fields(item, "role", "name", "note") for item in catalogue.team.contacts
            ),
        ),
        vocabulary=_vocabulary(catalogue.vocabulary),
        sources={
            key: space_fields(item, "organisation", "title", "via")
            for key, item in catalogue.sources.items()
        },
        glossary={
            key: space_fields(item, "term", "expansion", "definition", "variants")
            for key, item in catalogue.glossary.items()
        },
        modules=tuple(_module(module) for module in catalogue.modules),
        pages=tuple(_page(page) for page in catalogue.pages),
        plans=tuple(_plan(plan) for plan in catalogue.plans),
        surveys=tuple(_survey(survey) for survey in catalogue.surveys),
        adaptations=tuple(
            space_fields(shared, "title", "need").with_texts(space_blocks)
            for shared in catalogue.adaptations
        ),
        paths=tuple(_path(path) for path in catalogue.paths),
        wording=catalogue.wording and _wording(catalogue.wording),
    )


def _wording(wording: Wording) -> Wording:
    """Return `wording` with the purposes of its numbers spaced; words that are sought stay."""
    return replace(
        wording, helplines=tuple(space_fields(item, "purpose") for item in wording.helplines)
    )


def _path(path: LearningPath) -> LearningPath:
    return replace(
        space_fields(path, "title", "summary"),
        stages=tuple(space_fields(stage, "why") for stage in path.stages),
    )


def _survey(survey: Survey) -> Survey:
    return replace(
        space_fields(survey, "title"),
        questions=tuple(question.with_texts(space_blocks) for question in survey.questions),
    )


def _plan(plan: Plan) -> Plan:
    return replace(
        space_fields(plan, "academy"),
        programmes=tuple(
            replace(
                space_fields(programme, "title"),
                trainings=tuple(_training(training) for training in programme.trainings),
            )
            for programme in plan.programmes
        ),
    )


def _training(training: Training) -> Training:
    return replace(
        space_fields(training, "title"),
        sessions=tuple(
            replace(
                space_fields(session, "access", "material"),
                half_days=tuple(space_fields(half, "place", "room") for half in session.half_days),
            )
            for session in training.sessions
        ),
    )


def _vocabulary(vocabulary: Vocabulary) -> Vocabulary:
    return replace(
        vocabulary,
        families=_labels(vocabulary.families),
        audiences=_labels(vocabulary.audiences),
        levels=_labels(vocabulary.levels),
        domains=_labels(vocabulary.domains),
        licences=_labels(vocabulary.licences),
    )


def _labels(labels: Mapping[str, str]) -> dict[str, str]:
    return {key: space(label) for key, label in labels.items()}


def _media(media: Mapping[str, Media]) -> dict[str, Media]:
    return {key: space_fields(item, "credit", "source") for key, item in media.items()}


def _page(page: Page) -> Page:
    return replace(
        space_fields(page, "title"), blocks=space_blocks(page.blocks), media=_media(page.media)
    )


def _step(step: Step) -> Step:
    return replace(
        space_fields(step, "title"),
        blocks=space_blocks(step.blocks),
        questions=tuple(question.with_texts(space_blocks) for question in step.questions),
    )


def _module(module: Module) -> Module:
    review = module.review
    return replace(
        space_fields(module, "title", "summary"),
        objectives=tuple(space_fields(item, "statement") for item in module.objectives),
        review=space_fields(review, "by") if review else None,
        steps=tuple(_step(step) for step in module.steps),
        bank=tuple(question.with_texts(space_blocks) for question in module.bank),
        media=_media(module.media),
    )
