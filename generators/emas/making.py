"""The documents of one module, by the engines that make them: imported when they are needed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from emas import pipeline
from emas.document import Medium
from emas.jobs import Job, Made, Target
from emas.writers import handouts, htmldeck, slides
from emas.writers.written import Written


def _deck(job: Job) -> Made:
    """Return the deck, as slides to edit and as one page for browsers."""
    edition = pipeline.prepare(job.catalogue, job.module, Medium.SLIDES, job.variant)
    both = slides.write(edition, job.look), htmldeck.write(edition, job.look)
    files = {name: data for written in both for name, data in written.files.items()}
    said = tuple(problem for written in both for problem in written.diagnostics)
    return Made(Written(files, said), edition.running_order)


def _handouts(job: Job) -> Made:
    """Return all that is printed; the guide names the slides of the deck by number."""
    catalogue, module, variant = job.catalogue, job.module, job.variant
    wanted = [
        (Medium.SLIDES, variant),
        (Medium.PAPER, variant),
        (Medium.PAPER, replace(variant, plain=True)),
        (Medium.GUIDE, variant),
    ]
    deck, booklet, plain, guide = pipeline.editions(catalogue, module, wanted)
    session = handouts.Session(
        slides.projected(deck, job.look),
        pipeline.shorter_sessions(deck),
        pipeline.quizzes(catalogue, module, variant),
        pipeline.prerequisites(catalogue, module),
        pipeline.sessions_of(catalogue, module),
    )
    written = handouts.write_all(handouts.Texts(booklet, plain, guide), session, job.look)
    return Made(written, guide.running_order)


def _platforms(job: Job) -> Made:
    """Return what learning platforms import: the same for all, like the site.

    Raises:
        SiteError: if MkDocs refuses a page of the module.
    """
    from emas.adapters import mkdocs_site  # half the time of importing all engines
    from emas.writers import lms

    edition = pipeline.platform_edition(job.catalogue, job.module)
    alone = replace(job.catalogue, modules=(job.catalogue.module(job.module),))
    written = lms.write(edition, job.look, mkdocs_site.pack(job.project, alone))
    return Made(written, edition.running_order)


DOCUMENTS: Mapping[Target, Callable[[Job], Made]] = {
    Target.SLIDES: _deck,
    Target.HANDOUTS: _handouts,
    Target.PLATFORMS: _platforms,
}
