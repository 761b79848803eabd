"""Projects drawn from a seed: a module of every block, of all lengths, depths and widths.

Each text has a word met nowhere else, so that no two documents are alike.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path, PurePosixPath
from random import Random

from emas.readers.sources import Sources
from emas.writers.slides.overrides import CHOICES

PROJECT = Path(__file__).parent / "fixtures" / "diapos"
MODULE = PurePosixPath("modules/genere")
LAYOUTS = tuple(choice.word for choice in CHOICES)

WORDS = (
    "élève", "classe", "bruit", "consigne", "demain", "cour", "équipe", "famille", "pause",
    "moment", "lieu", "durée", "fait", "table", "cantine", "regard", "carte", "image", "casque",
    "retour", "calme", "essai", "semaine", "bilan", "agenda", "réunion", "école", "adulte",
    "geste", "parole", "attente", "fatigue", "besoin", "repère", "chemin", "atelier", "cahier",
    "sable", "horloge",
)  # fmt: skip
SMALL = (
    "le", "la", "un", "une", "de", "des", "et", "ou", "sur", "avec", "pour", "dans", "sans",
    "par", "à", "vers", "chez",
)  # fmt: skip
LONG = (
    "anticonstitutionnellement", "interdisciplinarités", "électroencéphalographique",
    "https://www.exemple.fr/une/adresse/sans/fin/que/personne/ne/recopiera/jamais/en/entier",
    "rhombicosidodécaèdre-rhombicosidodécaèdre", "x" * 70,
)  # fmt: skip

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<path fill="#0B6173" d="M0 0h{width}v{height}h-{width}z"/></svg>"""
SHAPES = {"large.svg": (90, 10), "haute.svg": (10, 60), "fait.svg": (16, 9)}
"""Pictures drawn here, with their width and height: very wide, very high, ordinary."""

LETTERED = "trois-temps.svg"
"""A picture with words in it."""

PICTURES = (*SHAPES, LETTERED)
FILM = "film.mp4"

TITLE_SIGNS = 180
"""What a drawn title may hold; an author's may have 200 signs."""


class Author:
    """Somebody who writes a step, at random but always the same for a seed."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.fresh = count(1)
        self.blocks: list[Callable[[], str]] = [
            self.paragraph, self.bullets, self.ordered, self.table, self.figure, self.callout,
            self.misconception, self.columns, self.vignette, self.activity, self.adaptations,
            self.question, self.note, self.video, self.override, self.audience, self.quote,
            self.code, self.heading, self.twin, self.lines, self.annotated, self.conditions,
            self.nested,
        ]  # fmt: skip

    # ---- Words ----------------------------------------------------------------------------------

    def words(self, most: int) -> str:
        """Return from one to `most` words, one of them unique."""
        rng = self.rng
        chosen = [rng.choice(SMALL if rank % 2 else WORDS) for rank in range(rng.randint(0, most))]
        if rng.random() < 0.04:
            chosen.append(rng.choice(LONG))
        return " ".join([*chosen, f"mot{next(self.fresh)}q"])

    def title(self) -> str:
        """Return a few words, or nearly as many as a title may hold."""
        words = self.words(self.rng.choice((4, 30))).split()
        while len(" ".join(words)) > TITLE_SIGNS:
            words.pop(0)
        return " ".join(words)

    def sentence(self, most: int = 14) -> str:
        """Return a sentence, with maybe a mark inside."""
        text = self.words(most)
        drawn = self.rng.random()
        if drawn < 0.1:
            text = f"**{text}**"
        elif drawn < 0.15:
            text = f"*{text}* [@has-2026, p. {self.rng.randint(1, 99)}]"
        elif drawn < 0.2:
            text = f"[{text}](https://exemple.fr/{self.rng.randint(1, 9)})"
        return f"{text[0].upper()}{text[1:]}{self.rng.choice(['.', ' ?', ' !', '.'])}"

    def text(self, most: int = 6) -> str:
        """Return from one to `most` sentences on a line."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(1, most)))

    # ---- Ordinary blocks ------------------------------------------------------------------------

    def paragraph(self) -> str:
        return self.text(self.rng.choice((2, 4, 25)))

    def bullets(self, depth: int = 0) -> str:
        lines = []
        for _ in range(self.rng.randint(1, 9 if depth == 0 else 3)):
            lines.append(f"{'  ' * depth}- {self.text(self.rng.choice((1, 1, 3)))}")
            if depth < 4 and self.rng.random() < 0.25:
                lines.append(self.bullets(depth + 1))
        return "\n".join(lines)

    def ordered(self) -> str:
        first = self.rng.randint(1, 12)
        items = range(first, first + self.rng.randint(1, 14))
        return "\n".join(f"{number}. {self.text(2)}" for number in items)

    def table(self) -> str:
        columns, rows = self.rng.randint(2, 9), self.rng.randint(1, 22)
        most = self.rng.choice((2, 6, 40 if columns < 5 else 12))
        lines = [[self.words(2) for _ in range(columns)], ["---"] * columns]
        lines += [[self.words(most) for _ in range(columns)] for _ in range(rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def figure(self) -> str:
        """Return a picture; a decorative one stands alone, or after a sentence."""
        name = self.rng.choice(PICTURES)
        if self.rng.random() < 0.2:
            before = self.rng.choice(("", f"{self.sentence()}\n\n"))
            return f"{before}![](media/{name}){{.decoratif}}"
        return f'![{self.words(8)}](media/{name} "{self.words(self.rng.choice((2, 9, 30)))}")'

    def quote(self) -> str:
        return f"> {self.text(self.rng.choice((2, 9)))}"

    def code(self) -> str:
        return f"```\n{self.words(30)}\n{self.words(5)}\n```"

    def heading(self) -> str:
        return f"### {self.words(self.rng.choice((4, 30)))}\n\n{self.paragraph()}"

    def annotated(self) -> str:
        """Return texts that call notes, in a table too."""
        label = f"n{next(self.fresh)}"
        cells = "\n".join(f"| {self.words(4)}[^{label}] | {self.words(9)} |" for _ in range(3))
        table = f"| {self.words(2)} | {self.words(2)} |\n|---|---|\n{cells}"
        return f"{self.text(2)}[^{label}]\n\n{table}\n\n[^{label}]: {self.text(2)}"

    # ---- Boxes ----------------------------------------------------------------------------------

    def box(self, opening: str, *inside: str) -> str:
        return "\n".join([f"::: {opening}", *inside, ":::"])

    def inside(self) -> str:
        kinds = (self.paragraph, self.bullets, self.ordered, lambda: self.text(2))
        return "\n\n".join(self.rng.choice(kinds)() for _ in range(self.rng.randint(1, 2)))

    def callout(self) -> str:
        word = self.rng.choice(
            ("retenir", "exemple", "conseil", "attention", "definition", "demain",
             "a-qui-en-parler")
        )  # fmt: skip
        return self.box(f"{word} {self.words(self.rng.choice((2, 20)))}", "", self.inside())

    def misconception(self) -> str:
        return self.box("idee-recue", f"- {self.text(5)}", f"- « {self.words(20)} »")

    def columns(self) -> str:
        made = [
            self.box(f"colonne {self.words(self.rng.choice((2, 9)))}", "", self.inside())
            for _ in range(self.rng.choice((2, 2, 3)))
        ]
        return self.box("colonnes", "", *made)

    def vignette(self) -> str:
        name = next(self.fresh)
        asked = [f"dec-{name}-{rank}" for rank in range(self.rng.randint(1, 3))]
        parts = []
        for rank, identifier in enumerate(asked, 1):
            later = asked[rank:]
            title = f"{self.words(self.rng.choice((4, 25)))} ? {{#{identifier}}}"
            choices = [
                f"- [{self.rng.choice(('à éviter', 'conseillé', 'possible'))}] "
                f"{self.text(self.rng.choice((1, 1, 4)))}\n  > {self.text(3)}"
                + (f"\n  > vers : {self.rng.choice(later)}" if later else "")
                for _ in range(self.rng.randint(2, 5))
            ]
            parts += [self.paragraph(), self.box(f"decision {title}", *choices), ""]
        return self.box(f"situation {self.words(6)}", "niveau : college", "", *parts)

    def activity(self) -> str:
        options = [
            f"duree : {self.rng.randint(1, 9)} min",
            f"modalite : {self.words(self.rng.choice((3, 40)))}",
            f"materiel : {self.words(self.rng.choice((6, 60)))}",
        ]
        return self.box(f"activite {self.words(8)}", *options, "", self.inside())

    def adaptations(self) -> str:
        most = self.rng.choice((6, 30, 90))
        made = []
        for _ in range(self.rng.randint(1, 3)):
            options = [f"{key} : {self.words(most)}" for key in
                       ("besoin", "comment", "eviter", "mesurer")]  # fmt: skip
            made.append(self.box(f"amenagement {self.words(5)}", *options, "", self.text(2)))
        return "\n\n".join(made)

    def question(self) -> str:
        size = self.rng.choice((1, 1, 4))
        answers = [f"- [{'x' if rank == 0 else ' '}] {self.text(size)}\n  > {self.text(2)}"
                   for rank in range(self.rng.randint(2, 9))]  # fmt: skip
        kind = self.rng.choice(("unique", "multiple"))
        return self.box(
            f"question {kind} {{#gen-q{next(self.fresh)}}}", "", self.text(4), "", *answers, "",
            self.box("indice", self.text(1)), "", f"> {self.text(self.rng.choice((2, 12)))}",
        )  # fmt: skip

    def asked(self, kind: str, *inside: str) -> str:
        """Return a question of a kind that is not ticked, and maybe what is said of it."""
        told = f"\n> {self.text(self.rng.choice((1, 6)))}" if self.rng.random() < 0.7 else ""
        return self.box(f"question {kind} {{#gen-x{next(self.fresh)}}}", *inside, told)

    def paired(self, left: int, right: int, rights: list[str]) -> str:
        """Return the rows of a matching or a sorting: each has a text and one of `rights`."""
        head = f"| {self.words(left)} | {self.words(right)} |\n|---|---|\n"
        return head + "\n".join(f"| {self.words(left)} | {other} |" for other in rights)

    def exercises(self) -> str:
        """Return a question of each other kind, of all lengths."""
        rng = self.rng
        most = rng.choice((4, 12, 40))
        ranked = "\n".join(f"{rank}. {self.words(most)}" for rank in range(1, rng.randint(3, 9)))
        matched = [self.words(most) for _ in range(rng.randint(2, 9))]
        sorts = [self.words(3) for _ in range(rng.randint(2, 4))]
        sorted_ = [*sorts, *(rng.choice(sorts) for _ in range(rng.randint(1, 8)))]
        gaps = " ".join(f"{self.words(9)} [[{self.words(2)}]]" for _ in range(rng.randint(1, 9)))
        true = "- [x] Vrai\n- [ ] Faux\n  > " + self.text(2)
        questions = (
            self.asked("vrai-faux", "", self.text(4), "", true),
            self.asked("ordre", "", self.text(2), "", ranked),
            self.asked("association", "", self.text(2), "", self.paired(most, 4, matched)),
            self.asked("categories", "", self.text(2), "", self.paired(most, 2, sorted_)),
            self.asked("trous", "", f"{gaps}."),
            self.asked("numerique", "reponse : 25 %", "tolerance : 2", "", self.text(4)),
            self.asked("ouverte", "", self.text(6)),
            self.asked("echelle", "echelle : pas du tout … tout à fait", "", self.text(4)),
            self.asked("position", "", self.text(2)),
        )
        return "\n\n".join((f"## {self.words(9)}", *rng.sample(questions, len(questions))))

    def note(self) -> str:
        return self.box("animation", "", self.inside())

    def video(self) -> str:
        poster = f"![{self.words(4)}](media/fait.svg)" if self.rng.random() < 0.5 else ""
        film = self.rng.choice(("lien : https://video.example/film", f"fichier : media/{FILM}"))
        return self.box(f"video {self.words(9)}", film, "", poster, "", self.paragraph())

    def override(self) -> str:
        """Return a slide as the author wants it, in a layout named or not."""
        inside = [self.inside(), self.bullets()]
        if self.rng.random() < 0.4:
            inside.append(self.rng.choice((self.table, self.figure, self.columns))())
        layout = self.rng.choice(("", *LAYOUTS))
        return self.box(f"diapo {layout}".rstrip(), "", "\n\n".join(inside))

    def twin(self) -> str:
        """Return a box with its twin; now and then the section has one of its own."""
        plain = self.box("simple", "", self.text(2))
        inside = self.rng.choice(("retenir", "conseil", "attention"))
        boxed = self.box(f"{inside} {self.words(3)}", "", self.inside(), "", plain)
        return f"{boxed}\n\n{plain}" if self.rng.random() < 0.3 else boxed

    def lines(self) -> str:
        return f"{self.sentence()}\n\n{self.box(f'lignes {self.rng.choice((1, 4, 40))}')}"

    def audience(self) -> str:
        opening = self.rng.choice(("public aesh", "sauf-public direction", "niveau college"))
        return self.box(opening, "", self.rng.choice((self.paragraph, self.bullets))())

    def conditions(self) -> str:
        """Return parts for a medium and for a length of session, one inside the other."""
        medium = self.rng.choice(("site", "diapo", "papier", "site, papier"))
        length = self.rng.choice(("courte", "longue"))
        inner = self.box(f"support {medium}", "", self.paragraph())
        return self.box(f"seance {length}", "", self.bullets(), "", inner)

    def nested(self) -> str:
        """Return a box in a box in a box, which a page may have to break."""
        inner = self.rng.choice((self.table, self.figure, self.activity, self.code))()
        return self.box("exemple", "", self.text(3), "", self.box("public aesh", "", inner))

    # ---- Files ----------------------------------------------------------------------------------

    def step(self, rank: int) -> str:
        """Return a step: its front matter, then its sections; the first one has every block."""
        lasts = "{en-ligne: 5 min, seance: 40 min}"
        parts = [f"---\ntitre: Étape {rank} {self.title()}\nduree: {lasts}\n---"]
        parts += [self.paragraph()] if self.rng.random() < 0.3 else []
        kinds = self.rng.choices(self.blocks, k=self.rng.randint(1, 15))
        if rank == 1:
            kinds = self.rng.sample(self.blocks, len(self.blocks))
        for block in kinds:
            if self.rng.random() < 0.4 or len(parts) < 3:
                parts.append(f"## {self.words(self.rng.choice((3, 6, 30)))}")
            parts.append(block())
        return "\n\n".join(parts) + "\n"

    def module(self) -> str:
        goals = "".join(
            f"  - {{id: but-{rank}, enonce: {self.words(self.rng.choice((8, 40)))}}}\n"
            for rank in range(1, self.rng.randint(2, 6))
        )
        return (
            f"titre: Module {self.title()}\nfamille: autisme\n"
            f"resume: Résumé {self.words(self.rng.choice((10, 80)))}\npublics: [aesh]\n"
            f"niveaux: [college]\nobjectifs:\n{goals}durees: {{en-ligne: 10 min, seance: 1 h 20}}\n"
            'evaluations: {}\nversion: "1.0"\nlicence: CC BY-SA 4.0\n'
        )


def sources(seed: int) -> Sources:
    """Return the files of a project with one module, drawn from `seed`."""
    author = Author(Random(seed))
    files = {
        PurePosixPath(path.relative_to(PROJECT).as_posix()): path.read_bytes()
        for path in (PROJECT / "content").rglob("*")
        if path.is_file()
    }
    media = MODULE / "media"
    for name, (width, height) in SHAPES.items():
        files[media / name] = PICTURE.format(width=width, height=height).encode()
    files[media / LETTERED] = (PROJECT / "modules/galerie/media" / LETTERED).read_bytes()
    files[media / FILM] = b"film"
    files[media / "medias.yml"] = "".join(
        f"{name}: {{credit: {author.words(4)}, licence: CC BY-SA 4.0}}\n"
        for name in (*PICTURES, FILM)
    ).encode()
    files[MODULE / "module.yml"] = author.module().encode()
    for rank in range(1, author.rng.randint(2, 4)):
        files[MODULE / f"{rank:02d}-etape-{rank}.md"] = author.step(rank).encode()
    return Sources(files)


def with_exercises(seed: int) -> Sources:
    """Return the project of `seed`, with one more step: a question of each kind not ticked."""
    front = "---\ntitre: Exercices\nduree: {en-ligne: 5 min, seance: 10 min}\n---\n\n"
    text = f"{front}{Author(Random(seed)).exercises()}\n"
    return Sources({**sources(seed).files, MODULE / "09-exercices.md": text.encode()})
