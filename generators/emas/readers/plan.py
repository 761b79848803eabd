"""`content/plan/`: the sessions of the academic plan, one file a year and an academy."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import suggestion
from emas.model import Vocabulary
from emas.model.plan import (
    Enrolment,
    Framework,
    HalfDay,
    Modality,
    Plan,
    Programme,
    Session,
    Status,
    Training,
)
from emas.readers.module import module_folders
from emas.readers.names import resolve_all
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import (
    Clock,
    Count,
    Day,
    Days,
    Minutes,
    Months,
    SchoolYear,
    SessionId,
    Title,
    Words,
)
from emas.readers.yaml_tree import MappingNode, span_at

FOLDER = PurePosixPath("content/plan")
Place = tuple[int | str, ...]


class HalfDayFile(Schema):
    """One entry of `demi-journees`."""

    date: Day
    debut: Clock
    fin: Clock
    lieu: Title
    salle: Words = ""
    modalite: Modality | None = None


class OpeningFile(Schema):
    """`ouverte`: from when to when one may follow an asynchronous session."""

    du: Day
    au: Day


class TrackingFile(Schema):
    """`suivi`: for how many days around the session its join code works."""

    avant: Days = 0
    apres: Days = 14


class SeatsFile(Schema):
    """`places`: unknown where nothing is written."""

    min: Count | None = None
    max: Count | None = None


class SessionFile(Schema):
    """One session."""

    id: SessionId
    modalite: Modality
    demi_journees: tuple[HalfDayFile, ...] = ()
    ouverte: OpeningFile | None = None
    suivi: TrackingFile = TrackingFile()
    places: SeatsFile = SeatsFile()
    statut: Status = Status.PLANNED
    evaluations: tuple[Words, ...] = ()
    conservation: Months = 12
    acces: Words = ""
    materiel: Words = ""


class TrainingFile(Schema):
    """One module of a « dispositif »; its code is text, and may be missing."""

    code: Words = ""
    titre: Title
    contenu: tuple[Words, ...] = Field(min_length=1)
    duree: Minutes
    publics: tuple[Words, ...] = Field(min_length=1)
    inscription: Enrolment
    sessions: tuple[SessionFile, ...] = ()


class ProgrammeFile(Schema):
    """One « dispositif »."""

    code: Words = ""
    titre: Title
    cadre: Framework
    modules: tuple[TrainingFile, ...] = Field(min_length=1)


class PlanFile(Schema):
    """`content/plan/<name>.yml`."""

    annee: SchoolYear
    academie: Title
    dispositifs: tuple[ProgrammeFile, ...] = ()


def read_plans(files: Sources, vocabulary: Vocabulary) -> tuple[list[Plan], list[Diagnostic]]:
    """Return the plans of `content/plan/` that could be read, and what is wrong."""
    plans: list[Plan] = []
    found: list[Diagnostic] = []
    for path in files.inside(FOLDER):
        if path.suffix in (".yml", ".yaml"):
            plan, problems = _read(files, path, vocabulary)
            found += problems
            plans += [plan] if plan else []
    return plans, found


def _read(
    files: Sources, path: PurePosixPath, vocabulary: Vocabulary
) -> tuple[Plan | None, list[Diagnostic]]:
    node, found = files.yaml_mapping(path)
    if node is None:
        return None, found
    file, problems = read_schema(PlanFile, node, called=path.name)
    found += problems
    if file is None:
        return None, found
    reading = _Reading(node, vocabulary, [folder.name for folder in module_folders(files)])
    programmes = tuple(
        reading.programme(item, ("dispositifs", rank)) for rank, item in enumerate(file.dispositifs)
    )
    return Plan(file.annee, file.academie, programmes, node.span), [*found, *reading.found]


class _Reading:
    """From what a file says to a plan; `found` is what is wrong on the way."""

    def __init__(self, node: MappingNode, vocabulary: Vocabulary, modules: list[str]) -> None:
        self.node = node
        self.vocabulary = vocabulary
        self.modules = modules
        self.found: list[Diagnostic] = []

    def programme(self, file: ProgrammeFile, place: Place) -> Programme:
        trainings = (
            self._training(item, (*place, "modules", rank))
            for rank, item in enumerate(file.modules)
        )
        return Programme(file.code, file.titre, file.cadre, tuple(trainings), self._span(place))

    def _training(self, file: TrainingFile, place: Place) -> Training:
        written = (
            (name, self._span((*place, "publics", k))) for k, name in enumerate(file.publics)
        )
        audiences, problems = resolve_all(written, self.vocabulary.audiences, called="publics")
        self.found += [*problems, *self._unknown_modules(file, place)]
        sessions = (
            self._session(item, (*place, "sessions", rank))
            for rank, item in enumerate(file.sessions)
        )
        return Training(
            code=file.code,
            title=file.titre,
            modules=file.contenu,
            duration_min=file.duree,
            audiences=audiences,
            enrolment=file.inscription,
            sessions=tuple(sessions),
            span=self._span((*place, "contenu"), of_key=True),
        )

    def _unknown_modules(self, file: TrainingFile, place: Place) -> Iterator[Diagnostic]:
        for rank, name in enumerate(file.contenu):
            if name not in self.modules:
                values = {"module": name, "suggestion": suggestion(name, self.modules)}
                yield Diagnostic(Code.PLAN005, self._span((*place, "contenu", rank)), values)

    def _session(self, file: SessionFile, place: Place) -> Session:
        self.found += self._when(file, place)
        half_days = (
            self._half_day(item, file.modalite, (*place, "demi-journees", rank))
            for rank, item in enumerate(file.demi_journees)
        )
        opening = file.ouverte
        return Session(
            id=file.id,
            modality=file.modalite,
            half_days=tuple(sorted(half_days, key=lambda half: (half.day, half.start))),
            opening=(opening.du, opening.au) if opening else None,
            before_days=file.suivi.avant,
            after_days=file.suivi.apres,
            fewest=file.places.min,
            most=file.places.max,
            status=file.statut,
            assessments=file.evaluations,
            retention_months=file.conservation,
            access=file.acces,
            material=file.materiel,
            span=self._span((*place, "id")),
        )

    def _half_day(self, file: HalfDayFile, modality: Modality, place: Place) -> HalfDay:
        usual = Modality.IN_PERSON if modality is Modality.HYBRID else modality
        return HalfDay(
            day=file.date,
            start=file.debut,
            end=file.fin,
            place=file.lieu,
            room=file.salle,
            modality=file.modalite or usual,
            span=self._span(place),
        )

    def _when(self, file: SessionFile, place: Place) -> Iterator[Diagnostic]:
        """Yield what is wrong with the days of a session, each at its place."""
        named = {"session": file.id}
        if bool(file.demi_journees) == bool(file.ouverte):
            yield Diagnostic(Code.PLAN001, self._span((*place, "id")), named)
        if file.ouverte and file.ouverte.au < file.ouverte.du:
            yield self._backwards((*place, "ouverte", "au"), file.id)
        for rank, half in enumerate(file.demi_journees):
            if half.fin <= half.debut:
                yield self._backwards((*place, "demi-journees", rank, "fin"), file.id)
        if file.places.min and file.places.max and file.places.max < file.places.min:
            yield Diagnostic(Code.PLAN003, self._span((*place, "places", "max")), named)

    def _backwards(self, place: Place, session: str) -> Diagnostic:
        return Diagnostic(Code.PLAN002, self._span(place), {"session": session})

    def _span(self, place: Place, *, of_key: bool = False) -> Span:
        return span_at(self.node, place, of_key=of_key)
