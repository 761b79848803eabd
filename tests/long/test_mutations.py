"""Faults put into the real module and the real content: each must be told, where it is.

A mutator does to a file what an author might do by accident. It knows the code and the line that
must be told; it knows nothing of how the readers work.
"""

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import NAMED, REAL, with_sessions_of
from tests.good_french import faults_of

from emas.files import read_sources
from emas.pipeline import load_sources
from emas.readers.sources import Sources

pytestmark = pytest.mark.long

ROUNDS, FAULTS = 20, 500
"""Ten thousand faults in all."""
EXACT = 0.98
"""Share of the faults that must be told on their very line."""
LIMIT_S = 5


@dataclass(frozen=True)
class Fault:
    """A project with one thing wrong: this code, on this line."""

    files: Sources
    path: PurePosixPath
    line: int
    code: str


Mutator = Callable[[random.Random, Sources], Fault]
Change = str | Callable[[random.Random, re.Match[str]], str]

STEP = r"modules/autisme/0.*\.md"
BANK = r"modules/autisme/questions\.md"
TEXTS = r"modules/autisme/.*\.md"
PAGE = r"content/pages/.*\.md"
MODULE = r"modules/autisme/module\.yml"
MEDIA = r"modules/autisme/media/medias\.yml"
SOURCES = r"content/sources\.yml"
GLOSSARY = r"content/glossaire\.yml"


def typo(rng: random.Random, word: str) -> str:
    """Return `word` with one letter left out, doubled, or swapped with the next one."""
    for _ in range(100):
        place = rng.randrange(1, len(word) - 1)
        kind = rng.randrange(3)
        if kind == 0:
            wrong = word[:place] + word[place + 1 :]
        elif kind == 1:
            wrong = word[:place] + word[place] + word[place:]
        else:
            wrong = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if wrong != word and re.fullmatch(r"[a-z][a-z0-9-]*", wrong):
            return wrong
    return word + "x"


def misspell(rng: random.Random, match: re.Match[str]) -> str:
    """Return what matched, its group `word` misspelt."""
    whole, start = match[0], match.start()
    first, last = match.start("word") - start, match.end("word") - start
    return whole[:first] + typo(rng, match["word"]) + whole[last:]


def changed(files: Sources, path: PurePosixPath, lines: list[str]) -> Sources:
    return Sources({**files.files, path: "\n".join(lines).encode()}, files.links)


def lines_of(files: Sources, path: PurePosixPath) -> list[str]:
    return files.files[path].decode().split("\n")


def opening(lines: list[str], index: int) -> int:
    """Return the line that opens the outermost block around `index`."""
    depth = 0
    start = 0
    for number, line in enumerate(lines[: index + 1]):
        if line.startswith("::: "):
            start = start if depth else number
            depth += 1
        elif line == ":::" and number < index:
            depth -= 1
    return start - index


def box(word: str) -> Callable[[list[str], int], int]:
    """Return what finds the last opening line of that word above a line."""

    def find(lines: list[str], index: int) -> int:
        while not lines[index].startswith(f"::: {word}"):
            index -= 1
        return index

    return lambda lines, index: find(lines, index) - index


def key_above(lines: list[str], index: int) -> int:
    """Return the last line above that starts at the margin."""
    above = index
    while not re.match(r"[a-z]", lines[above]):
        above -= 1
    return above - index


def on_line(
    code: str,
    path: str,
    pattern: str,
    change: Change,
    *,
    told: int | Callable[[list[str], int], int] = 0,
) -> Mutator:
    """Return what changes a line of a file; `told` is where it is told, from that line."""

    def mutate(rng: random.Random, files: Sources) -> Fault:
        found = [
            (name, index, match)
            for name in sorted(files.files)
            if re.fullmatch(path, str(name))
            for index, line in enumerate(lines_of(files, name))
            if (match := re.search(pattern, line))
        ]
        name, index, match = rng.choice(found)
        lines = lines_of(files, name)
        offset = told if isinstance(told, int) else told(lines, index)
        new = change(rng, match) if callable(change) else match.expand(change)
        line = lines[index]
        whole = line[: match.start()] + new + line[match.end() :]
        lines[index : index + 1] = [] if whole == "\0" else whole.split("\n")
        return Fault(changed(files, name, lines), name, index + 1 + offset, code)

    return mutate


GONE = "\0"
"""The line is taken away."""


def on_bytes(code: str, path: str, change: Callable[[bytes], tuple[bytes, int]]) -> Mutator:
    """Return what changes the bytes of a file, and says on which line."""

    def mutate(rng: random.Random, files: Sources) -> Fault:
        name = rng.choice([name for name in sorted(files.files) if re.fullmatch(path, str(name))])
        data, line = change(files.files[name])
        return Fault(Sources({**files.files, name: data}), name, line, code)

    return mutate


def latin_1(data: bytes) -> tuple[bytes, int]:
    text = data.decode()
    first = next(index for index, char in enumerate(text) if ord(char) > 127)
    return text.encode("latin-1", errors="replace"), text.count("\n", 0, first) + 1


def with_character(char: str) -> Callable[[bytes], tuple[bytes, int]]:
    def change(data: bytes) -> tuple[bytes, int]:
        text = data.decode()
        middle = len(text) // 2
        return (text[:middle] + char + text[middle:]).encode(), text.count("\n", 0, middle) + 1

    return change


def picture(
    code: str, line_of: str, change: Callable[[Sources, PurePosixPath], Sources]
) -> Mutator:
    """Return what does something to a picture; it is told where a file of `line_of` names it."""

    def mutate(rng: random.Random, files: Sources) -> Fault:
        name = rng.choice([name for name in sorted(files.files) if name.suffix == ".svg"])
        for path in sorted(files.files):
            if re.fullmatch(line_of, str(path)):
                for index, line in enumerate(lines_of(files, path)):
                    if name.name in line:
                        return Fault(change(files, name), path, index + 1, code)
        raise AssertionError(name)

    return mutate


def not_a_picture(files: Sources, name: PurePosixPath) -> Sources:
    return Sources({**files.files, name: b"Ceci n'est pas une image."})


def lost(files: Sources, name: PurePosixPath) -> Sources:
    return Sources({path: data for path, data in files.files.items() if path != name})


def linked(files: Sources, name: PurePosixPath) -> Sources:
    return Sources(lost(files, name).files, frozenset({name}))


def undescribed(files: Sources, name: PurePosixPath) -> Sources:
    register = name.parent / "medias.yml"
    text = files.files[register].decode()
    kept = re.sub(rf"{re.escape(name.name)}:\n(  .*\n)+", "", text)
    return Sources({**files.files, register: kept.encode()})


def closing_forgotten(rng: random.Random, files: Sources) -> Fault:
    name, index = rng.choice(
        [
            (name, index)
            for name in sorted(files.files)
            if re.fullmatch(TEXTS, str(name))
            for index, line in enumerate(lines_of(files, name))
            if line == ":::"
        ]
    )
    lines = lines_of(files, name)
    told = index + opening(lines, index)
    del lines[index]
    return Fault(changed(files, name, lines), name, told + 1, "BLO002")


def statement_forgotten(rng: random.Random, files: Sources) -> Fault:
    (name,) = (name for name in files.files if re.fullmatch(BANK, str(name)))
    lines = lines_of(files, name)
    start = rng.choice([n for n, line in enumerate(lines) if line.startswith("::: question")])
    blank = lines.index("", start)
    del lines[blank : lines.index("", blank + 1)]
    return Fault(changed(files, name, lines), name, start + 1, "QUIZ002")


def one_answer_left(rng: random.Random, files: Sources) -> Fault:
    (name,) = (name for name in files.files if re.fullmatch(BANK, str(name)))
    lines = lines_of(files, name)
    ticked = re.compile(r"::: question (unique|multiple|vrai-faux) ")
    start = rng.choice([n for n, line in enumerate(lines) if ticked.match(line)])
    first = next(n for n in range(start, len(lines)) if lines[n].startswith("- ["))
    del lines[first + 2 : lines.index("", first)]
    return Fault(changed(files, name, lines), name, start + 1, "QUIZ009")


def id_taken(rng: random.Random, files: Sources) -> Fault:
    (name,) = (name for name in files.files if re.fullmatch(BANK, str(name)))
    lines = lines_of(files, name)
    starts = [n for n, line in enumerate(lines) if line.startswith("::: question")]
    first, second = sorted(rng.sample(starts, 2))
    taken = lines[first].partition("{")[2]
    lines[second] = lines[second].partition("{")[0] + "{" + taken
    return Fault(changed(files, name, lines), name, second + 1, "IDE001")


PARAGRAPH = r"^[A-ZÉÀ][^|]{40,}[.]$"
QUESTION = box("question")
WORDS = "retenir|animation|exemple|conseil|demain|activite|situation|colonnes|simple|idee-recue"
OPTIONS = "objectif|duree|modalite|materiel|seul|priorite|besoin|comment|eviter|mesurer|difficultes"

MUTATORS: dict[str, Mutator] = {
    # Files
    "Latin-1": on_bytes("TXT001", rf"{TEXTS}|{MODULE}|{SOURCES}", latin_1),
    "BOM": on_bytes("TXT002", rf"{TEXTS}|{MODULE}", lambda data: (b"\xef\xbb\xbf" + data, 1)),
    "caractère nul": on_bytes("TXT003", rf"{TEXTS}|{MODULE}", with_character("\0")),
    "fichier vidé": on_bytes("TXT004", rf"{TEXTS}|{MODULE}", lambda _: (b"\n", 1)),
    "fichier énorme": on_bytes("TXT005", TEXTS, lambda data: (data + b"mot " * 500_000, 1)),
    "caractère de contrôle": on_bytes("TXT006", rf"{TEXTS}|{PAGE}", with_character("\x0c")),
    # YAML
    "guillemet fermant oublié": on_line("YML001", SOURCES, r'^(  (?:titre|via): ".*)"$', r"\1"),
    "guillemet oublié dans le module": on_line("YML001", MODULE, r'^(titre: ".*)"$', r"\1"),
    "guillemet d'un objectif": on_line("YML001", MODULE, r'^(  - .*enonce: ".*)"\}$', r"\1}"),
    "accolade oubliée": on_line("YML001", rf"{MODULE}|{STEP}", r"^(duree.*)\}$", r"\1"),
    "crochet oublié": on_line("YML001", MODULE, r"^((?:publics|niveaux): .*)\]$", r"\1"),
    "deux-points oublié": on_line("YML001", SOURCES, r"^  (organisme|lu|annee): (.*)$", r"  \1 \2"),
    "retrait changé": on_line("YML001", SOURCES, r"^  (titre|lu|annee): ", r"   \1: "),
    "guillemets oubliés": on_line("YML002", SOURCES, r'^(  titre: )"(.* : .*)"$', r"\1\2"),
    "guillemets oubliés au titre": on_line("YML002", MODULE, r'^(titre: )"(.* : .*)"$', r"\1\2"),
    "tabulation": on_line("YML003", rf"{SOURCES}|{GLOSSARY}", r"^  (?=\w)", "\t"),
    "clé en double": on_line("YML004", SOURCES, r"^  (annee|lu|via): .*$", r"\g<0>\n\g<0>", told=1),
    "alias": on_line("YML005", SOURCES, r"^  (via|titre): .*$", r"  \1: *voir"),
    "étiquette": on_line("YML005", SOURCES, r"^  (titre|lu): ", r"  \1: !important "),
    "clé mal écrite": on_line(
        "YML006", SOURCES, r"^  (?P<word>annee|lien|via|consulte-le): ", misspell
    ),
    "clé d'en-tête mal écrite": on_line("YML006", STEP, r"^(?P<word>objectifs): ", misspell),
    "clé manquante": on_line(
        "YML007", SOURCES, r"^  (organisme|titre|lu): .*$", GONE, told=key_above
    ),
    "définition manquante": on_line(
        "YML007", GLOSSARY, r"^  (terme|definition): .*$", GONE, told=key_above
    ),
    "liste au lieu d'un texte": on_line("YML008", SOURCES, r"^  titre: .*$", "  titre: [un, deux]"),
    "valeur oubliée": on_line("YML008", SOURCES, r"^  (titre|organisme): .*$", r"  \1:"),
    "texte au lieu d'une liste": on_line("YML008", MODULE, r"^niveaux: .*$", "niveaux: college"),
    "date impossible": on_line("YML009", SOURCES, r"^  (consulte-le: 2026-)11-21", r"  \g<1>11-31"),
    "date à la française": on_line(
        "YML009", SOURCES, r"^  (a-relire-avant: )(\d{4})-(\d\d)-(\d\d)", r"  \1\4/\3/\2"
    ),
    "durée d'étape": on_line("YML010", STEP, r"^(duree: .*)5 min,", r"\1 cinq minutes,"),
    "durée du module": on_line("YML010", MODULE, r"seance: 3 h", "seance: 3h 70"),
    "lecture inconnue": on_line("YML012", SOURCES, r"^  lu: .*$", "  lu: oui"),
    "seuil impossible": on_line("YML012", MODULE, r"seuil: 70 %", "seuil: 700 %"),
    "oui ou non": on_line("YML012", MODULE, r"notee: non", "notee: jamais"),
    "second document": on_line(
        "YML013", rf"{MODULE}|{GLOSSARY}", r"^(version|has):", r"---\n\g<0>"
    ),
    "en-tête ouvert": on_bytes(
        "YML014", rf"{STEP}|{PAGE}", lambda data: (data.removeprefix(b"---\n"), 1)
    ),
    # Blocks
    "mot mal écrit": on_line("BLO001", TEXTS, rf"^::: (?P<word>{WORDS})\b", misspell),
    "fermeture oubliée": closing_forgotten,
    "fermeture en trop": on_line("BLO003", TEXTS, r"^## .*$", r":::\n\n\g<0>"),
    "fermeture en trop à la fin": on_line("BLO003", PAGE, r"^## .*$", r"\g<0>\n\n:::", told=2),
    "option mal écrite": on_line("BLO004", TEXTS, rf"^(?P<word>{OPTIONS}) : ", misspell),
    "ligne vide avant les options": on_line(
        "BLO005", STEP, r"^(duree|besoin|niveau) : ", r"\n\g<0>", told=1
    ),
    "nombre de lignes": on_line("BLO006", STEP, r"^::: lignes 4", "::: lignes quatre"),
    "terme oublié": on_line("BLO006", STEP, r"^::: definition .*$", "::: definition"),
    "public oublié": on_line("BLO006", STEP, r"^::: (public|niveau) .*$", r"::: \1"),
    "durée d'activité": on_line("BLO008", STEP, r"^duree : .*$", "duree : un quart d'heure"),
    "priorité": on_line("BLO008", STEP, r"^priorite : .*$", "priorite : parfois"),
    "suite inconnue": on_line("BLO008", STEP, r"vers : noe-famille", "vers : noe-famile"),
    "avis mal écrit": on_line("BLO009", STEP, r"^- \[(conseillé|possible)\]", r"- [\1e]"),
    "avis oublié": on_line("BLO009", STEP, r"^- \[(conseillé|possible|à éviter)\] ", "- "),
    "idée reçue seule": on_line(
        "BLO009", STEP, r"^- « (L'autisme est|C'est|Il faut att|Les élèves).*$", GONE, told=-2
    ),
    "texte hors des questions": on_line("BLO009", BANK, r"^::: question", r"Texte.\n\n\g<0>"),
    "option en double": on_line(
        "BLO010", TEXTS, r"^(objectif|besoin) : .*$", r"\g<0>\n\g<0>", told=1
    ),
    "genre qui ne convient pas": on_line(
        "QUIZ015", TEXTS, r"^::: question (unique|multiple)", "::: question trous"
    ),
    "option oubliée": on_line(
        "BLO012", STEP, r"^(besoin|comment|eviter|mesurer) : .*$", GONE, told=box("amenagement")
    ),
    # Markdown
    "niveau sauté": on_line("MD001", rf"{STEP}|{PAGE}", r"^## ", "##### "),
    "titre de niveau 1": on_line("MD002", rf"{STEP}|{PAGE}", r"^## ", "# "),
    "définition inutile": on_line(
        "MD003", STEP, r"^## .*$", r"[guide]: https://emas.example/\n\n\g<0>"
    ),
    "note mal appelée": on_line("MD004", STEP, r"\[\^mots\](?!:)", "[^mot]"),
    "chevron dans un titre": on_line("MD006", rf"{STEP}|{PAGE}", r"^## ", "## <b> "),
    "commentaire ouvert": on_line("MD007", rf"{STEP}|{PAGE}", r"^## ", r"<!-- à revoir\n\n\g<0>"),
    "note en double": on_line("MD008", STEP, r"^\[\^mots\]: .*$", r"\g<0>\n\n\g<0>", told=2),
    "cellule en trop": on_line("MD009", rf"{STEP}|{PAGE}", r"^(\| [A-ZÉÀ].*\|)$", r"\1 encore |"),
    "titre vide": on_line("MD010", rf"{STEP}|{PAGE}", r"^## .*$", "##"),
    # Questions
    "genre mal écrit": on_line(
        "QUIZ001", TEXTS, r"^::: question (?P<word>unique|multiple)", misspell
    ),
    "énoncé oublié": statement_forgotten,
    "bonne réponse décochée": on_line(
        "QUIZ003",
        TEXTS,
        r"^- \[x\] (Vrai|Faux|Non|Le besoin|L'élève|« Mardi)",
        r"- [ ] \1",
        told=QUESTION,
    ),
    "deux bonnes réponses": on_line(
        "QUIZ004",
        BANK,
        r"^- \[ \] (Vrai|Faux|Recom|Elle|« Il|La porte)",
        r"- [x] \1",
        told=QUESTION,
    ),
    "retour avant les réponses": on_line(
        "QUIZ005", BANK, r"^- \[x\] (Montrer|Un enfant perd).*$", r"> Un retour.\n\n\g<0>"
    ),
    "objectif mal écrit": on_line("QUIZ006", TEXTS, r"^objectif : (?P<word>\S+)", misspell),
    "objectif d'étape mal écrit": on_line(
        "QUIZ006", STEP, r"^objectifs: \[(?P<word>\w+)", misspell
    ),
    "objectif jamais évalué": on_line(
        "QUIZ007", MODULE, r"^durees:", r"  - {id: autre, enonce: autre chose}\n\g<0>"
    ),
    "identifiant oublié": on_line("QUIZ008", TEXTS, r"^(::: question \S+) \{.*$", r"\1"),
    "une seule réponse": one_answer_left,
    "objectif oublié": on_line(
        "QUIZ010", BANK, r"^objectif : (situer|decrire|prevoir)$", GONE, told=QUESTION
    ),
    "question introuvable": on_line("QUIZ011", MODULE, r"\[aut-q0(\d)", r"[aut-q7\1"),
    "réponse d'un vrai-faux": on_line("QUIZ012", BANK, r"(?<=\] )Vrai$", "Juste", told=QUESTION),
    "tirage trop grand": on_line("QUIZ013", MODULE, r"tirage: 6", "tirage: 60"),
    "case mal écrite": on_line(
        "QUIZ014", BANK, r"^- \[[x ]\]", lambda rng, _: rng.choice(["- [o]", "- []", "- [x ]", "-"])
    ),
    # Names and links
    "identifiant pris": id_taken,
    "identifiant mal formé": on_line("IDE002", TEXTS, r"\{#(\w+)-(\w+)\}", r"{#\1_\2}"),
    "prérequis inconnu": on_line("IDE003", MODULE, r"^prerequis: \[\]", "prerequis: [tnd]"),
    "nom d'image": on_line("IMG001", STEP, r"\(media/(?P<word>[a-z-]+)\.svg", misspell),
    "image perdue": picture("IMG001", STEP, lost),
    "image ailleurs": on_line("IMG002", STEP, r"\(media/", "(../autre/media/"),
    "image en lien": picture("IMG003", STEP, linked),
    "image muette": on_line("IMG004", STEP, r"!\[[^]]*\]", "![]"),
    "image non décrite": picture("IMG005", STEP, undescribed),
    "licence refusée": on_line("IMG006", MEDIA, r"^  licence: .*$", "  licence: CC BY-NC 4.0"),
    "faux dessin": picture("IMG007", MEDIA, not_a_picture),
    "lien cassé": on_line("LIE001", rf"{STEP}|{PAGE}", PARAGRAPH, r"\g<0> [Lire](absent.md)."),
    "ancre cassée": on_line("LIE002", rf"{STEP}|{PAGE}", PARAGRAPH, r"\g<0> [Lire](#absente)."),
    "programme": on_line("LIE003", TEXTS, PARAGRAPH, r"\g<0> [Lire](javascript:alert)."),
    "source mal écrite": on_line("SRC001", TEXTS, r"\[@(?P<word>[a-z-]+)-2", misspell),
    "source d'une page": on_line("SRC001", PAGE, r"\[@(?P<word>[a-z-]+)-2", misspell),
    "état mal écrit": on_line("SRC004", TEXTS, r", à confirmer\]", ", a confimer]"),
    "niveau inconnu": on_line("VOC001", STEP, r"^niveaux? : (?P<word>maternelle)", misspell),
    "public inconnu": on_line("VOC001", STEP, r"^::: (public|niveau) (?P<word>[a-z]+)", misspell),
    "domaine inconnu": on_line("VOC001", STEP, r"^domaine : (?P<word>\w+)", misspell),
    "difficulté inconnue": on_line("VOC001", STEP, r"^difficultes : (?P<word>\w+)", misspell),
    "public du module inconnu": on_line(
        "VOC001", MODULE, r"^publics: .*(?P<word>atsem|aesh)", misspell
    ),
    "durée qui ne tombe pas juste": on_line("DUR001", MODULE, r"seance: 3 h", "seance: 4 h"),
}


@pytest.mark.parametrize("number", range(ROUNDS))
def test_every_fault_is_told_where_it_is(root: Path, number: int) -> None:
    real = only_one_module(read_sources(root))
    assert load_sources(real).diagnostics == ()
    names = sorted(MUTATORS)
    unsaid: list[str] = []
    elsewhere: list[str] = []
    bad_french: list[str] = []
    late: list[str] = []
    for seed in range(number * FAULTS, (number + 1) * FAULTS):
        name = names[seed % len(names)]
        fault = MUTATORS[name](random.Random(seed), real)
        started = time.process_time()
        found = load_sources(fault.files).diagnostics
        here = f"{seed} {name}: {fault.path}:{fault.line} {fault.code}"
        if time.process_time() - started > LIMIT_S:
            late.append(here)
        told = [(item.span.path, item.span.line) for item in found if item.code == fault.code]
        if not told:
            unsaid.append(f"{here}, found {[f'{item.span} {item.code}' for item in found]}")
        elif (fault.path, fault.line) not in told:
            elsewhere.append(f"{here}, told {[f'{path}:{line}' for path, line in told]}")
        bad_french += [problem for item in found for problem in faults_of(item)]
    exact = (FAULTS - len(unsaid) - len(elsewhere)) / FAULTS
    print(f"{len(names)} mutators, {FAULTS} faults, {len(unsaid)} unsaid, {exact:.1%} exact")
    print(*unsaid, *elsewhere, sep="\n")
    assert (unsaid, bad_french, late) == ([], [], [])
    assert exact >= EXACT, elsewhere


def only_one_module(files: Sources) -> Sources:
    """Return the contents and the module that is spoiled: the others would be read each time."""
    plan = PurePosixPath("content/plan")
    kept = {
        path: data
        for path, data in files.files.items()
        if path.parts[:2] == ("modules", REAL)
        or (path.parts[0] == "content" and not names_others(path, data))
    }
    kept |= {
        path: with_sessions_of(REAL, data.decode()).encode()
        for path, data in kept.items()
        if path.parent == plan
    }
    return Sources(kept, files.links)


def names_others(path: PurePosixPath, data: bytes) -> bool:
    """Return whether a file is a learning path through modules that are left out."""
    return path.parts[1] == "parcours" and bool(set(NAMED.findall(data.decode())) - {REAL})
