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

    date: Day = Field(description="Le jour : 2027-01-13.")
    debut: Clock = Field(description='L’heure de début, entre guillemets : « "13:30" ».')
    fin: Clock = Field(description="L’heure de fin, entre guillemets.")
    lieu: Title = Field(description="L’établissement.")
    salle: Words = Field(default="", description="La salle.")
    modalite: Modality | None = Field(
        default=None, description="Si elle n’est pas celle de la session."
    )


class OpeningFile(Schema):
    """`ouverte`: from when to when one may follow an asynchronous session."""

    du: Day = Field(description="Le premier jour.")
    au: Day = Field(description="Le dernier jour.")


class TrackingFile(Schema):
    """`suivi`: for how many days around the session its join code works."""

    avant: Days = Field(default=0, description="Le code marche tant de jours avant : « 7 jours ».")
    apres: Days = Field(default=14, description="Et tant de jours après.")


class SeatsFile(Schema):
    """`places`: unknown where nothing is written."""

    min: Count | None = Field(default=None, description="Le moins de personnes.")
    max: Count | None = Field(default=None, description="Le plus de personnes.")


class SessionFile(Schema):
    """One session."""

    id: SessionId = Field(description="Le nom de la session, qui ne change plus.")
    modalite: Modality = Field(description="Comment on la suit.")
    demi_journees: tuple[HalfDayFile, ...] = Field(
        default=(), description="Ses demi-journées ; sinon « ouverte »."
    )
    ouverte: OpeningFile | None = Field(
        default=None, description="De quand à quand chacun la suit à son heure."
    )
    suivi: TrackingFile = Field(
        default=TrackingFile(), description="Autour de la session, quand le code marche."
    )
    places: SeatsFile = Field(default=SeatsFile(), description="Combien de personnes.")
    statut: Status = Field(default=Status.PLANNED, description="Où elle en est.")
    evaluations: tuple[Words, ...] = Field(
        default=(),
        description="Ce qu’elle demande : « positionnement », « acquis », « satisfaction »…",
    )
    conservation: Months = Field(
        default=12, description="Combien de temps les réponses sont gardées : « 12 mois »."
    )
    acces: Words = Field(default="", description="Comment entrer, se garer.")
    materiel: Words = Field(default="", description="Ce qu’il faut apporter.")


class TrainingFile(Schema):
    """One module of a « dispositif »; its code is text, and may be missing."""

    code: Words = Field(default="", description="Son code dans le plan, tel quel.")
    titre: Title = Field(description="Son titre dans le plan.")
    contenu: tuple[Words, ...] = Field(min_length=1, description="Les modules, par leur dossier.")
    duree: Minutes = Field(description="Sa durée : « 3 h ».")
    publics: tuple[Words, ...] = Field(
        min_length=1, description="Pour qui : des publics de vocabulaire.yml."
    )
    inscription: Enrolment = Field(description="Comment on s’y inscrit.")
    sessions: tuple[SessionFile, ...] = Field(default=(), description="Ses sessions.")


class ProgrammeFile(Schema):
    """One « dispositif »."""

    code: Words = Field(default="", description="Son code dans le plan, tel quel.")
    titre: Title = Field(description="Son titre dans le plan.")
    cadre: Framework = Field(description="De quel plan il relève.")
    modules: tuple[TrainingFile, ...] = Field(min_length=1, description="Ce qu’il propose.")


class PlanFile(Schema):
    """`content/plan/<name>.yml`."""

    annee: SchoolYear = Field(description="L’année scolaire : « 2026-2027 ».")
    academie: Title = Field(description="L’académie.")
    dispositifs: tuple[ProgrammeFile, ...] = Field(
        default=(), description="Ce que le plan propose."
    )


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
