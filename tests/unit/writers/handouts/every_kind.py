"""One node of each kind. A word that must be on paper holds « mot », one that must not « tu »."""

from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    THERE,
    bullets,
    callout,
    choice,
    decision,
    line,
    par,
    row,
    table,
    vignette,
)

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    Blocks,
    BulletList,
    CalloutKind,
    Citation,
    CodeBlock,
    Column,
    Columns,
    Comment,
    Conditional,
    Draft,
    Emphasis,
    FactState,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Image,
    InlineCode,
    InlineComment,
    LineBreak,
    Link,
    ListItem,
    Misconception,
    OrderedList,
    PlainTwin,
    Priority,
    Quote,
    SlideOverride,
    Strike,
    Strong,
    TermUse,
    ThematicBreak,
    TrainerNote,
    Verdict,
    Video,
    WritingLines,
)

PICTURE = Image("media/carte.svg", "mot-remplacement", "mot-légende", False, HERE)
DECORATION = Image("media/carte.svg", "", "", True, HERE)

PARAGRAPH = par(
    "mot-prose ",
    Emphasis(line("mot-accent "), HERE),
    Strong(line("mot-fort "), HERE),
    Strike(line("mot-barré "), HERE),
    InlineCode("mot-code", HERE),
    LineBreak(HERE),
    Link("https://exemple.fr/mot-adresse", line("mot-lien"), HERE),
    " ",
    Link("mailto:mot@exemple.fr", line("mot-courriel"), HERE),
    " ",
    Link("#suite", line("mot-ancre"), HERE),
    " ",
    Link("02-autre.md", line("mot-page"), HERE),
    " ",
    PICTURE,
    DECORATION,
    Citation("has-2026-tsa", "p. mot-12", False, HERE, FactState.SECONDARY, 1),
    Citation("cadre", "", True, HERE, FactState.UNCONFIRMED, 2),
    FootnoteRef("a", HERE),
    TermUse("tsa", line("mot-TSA"), HERE),
    InlineComment("tu-remarque", HERE),
)
TASKS = BulletList(
    (
        ListItem((par("mot-à-faire"),), False, HERE),
        ListItem((par("mot-fait"), bullets("mot-dedans")), True, HERE),
        ListItem((par("mot-simple"),), None, HERE),
    ),
    HERE,
)
STEPS = OrderedList((ListItem((par("mot-trois"),), None, HERE),), 3, HERE)
HEADER_LINK = Link("https://exemple.fr/mot-t", line("mot-lien-d-entête"), HERE)
CITED = Citation("cadre", "", False, HERE, FactState.VERIFIED, 2)
TABLE = table(
    row("mot-entête", line(HEADER_LINK)),
    row(
        line("mot-cellule", CITED),
        line("mot-appel", FootnoteRef("a", HERE), FootnoteRef("b", HERE)),
    ),
)
ACTIVITY = Activity(
    title=line("mot-activité"),
    duration_min=90,
    setting=line("mot-modalité"),
    material=line("mot-matériel"),
    alone=line("mot-seul"),
    priority=Priority.USEFUL,
    blocks=(par("mot-consigne :"), STEPS),
    id="voir/activite-1",
    span=HERE,
)
ADAPTATION = Adaptation(
    title=line("mot-aménagement"),
    need=line("mot-besoin"),
    domain="temps",
    levels=("college",),
    how=line("mot-comment"),
    avoid=line("mot-éviter"),
    measure=line("mot-mesurer"),
    difficulties=("autisme",),
    source="cadre",
    blocks=(par("mot-détail"),),
    id="voir/amenagement-1",
    span=HERE,
)
COLUMNS = Columns(
    (
        Column(line("mot-gauche"), (par("mot-colonne-1"),), "voir/colonne-1", HERE),
        Column((), (par("mot-colonne-2"),), "voir/colonne-2", HERE),
    ),
    "voir/colonnes-1",
    HERE,
)
CASE = vignette(
    par("mot-récit"),
    decision(
        "mot-décision-1",
        choice(Verdict.AVOID, "mot-choix-1", "mot-piste-1"),
        choice(Verdict.POSSIBLE, "mot-choix-2", "mot-piste-2", "mot-décision-2"),
    ),
    decision("mot-décision-2", choice(Verdict.ADVISED, "mot-choix-3", "mot-piste-3")),
)


def conditional(axis: Axis, *values: str) -> Conditional:
    return Conditional(axis, values, (par(f"mot-{axis}"),), f"voir/{axis}-1", HERE)


def conditional_on(audience: str, *blocks: Block) -> Conditional:
    return Conditional(Axis.AUDIENCE, (audience,), blocks, "voir/public-2", HERE)


CONDITIONS: Blocks = (
    conditional(Axis.AUDIENCE, "aesh", "direction"),
    conditional(Axis.NOT_AUDIENCE, "aesh"),
    conditional(Axis.LEVEL, "college"),
    conditional(Axis.LENGTH, "longue"),
    conditional(Axis.MEDIUM, "papier"),
)
HIDDEN: tuple[Block, ...] = (
    Comment("tu-commentaire", HERE),
    TrainerNote((), (par("tu-animation"),), "voir/animation-1", HERE),
    SlideOverride("", line("tu-diapo"), (), "voir/diapo-1", HERE),
    PlainTwin((par("tu-simple"),), "voir/simple-1", HERE),
    Draft((par("tu-brouillon"),), "voir/brouillon-1", HERE),
)
BLOCKS: Blocks = (
    Heading(2, line("mot-titre"), "suite", HERE),
    PARAGRAPH,
    TASKS,
    STEPS,
    Quote((par("mot-citation"),), HERE),
    CodeBlock("mot-bloc = 1\n  mot-retrait", "", HERE),
    ThematicBreak(HERE),
    TABLE,
    Figure(PICTURE, HERE),
    Figure(DECORATION, HERE),
    Footnote("a", (par("mot-note-a"),), HERE),
    Footnote("b", (par("mot-note-b"),), THERE),
    *(callout(kind, par(f"mot-{kind}"), title=f"mot-titre-{kind}") for kind in CalloutKind),
    Misconception((), (par("mot-su"),), (par("mot-entendu"),), "voir/idee-recue-1", HERE),
    CASE,
    decision("mot-seule", choice(Verdict.ADVISED, "mot-choix-4", "mot-piste-4")),
    Heading(4, line("mot-sous-titre"), "sous-titre", THERE),
    ACTIVITY,
    ADAPTATION,
    ASKED,
    COLUMNS,
    *CONDITIONS,
    WritingLines(3, "voir/lignes-1", HERE),
    Video(
        line("mot-vidéo"),
        "https://exemple.fr/mot-film",
        (par("mot-transcription"),),
        "voir/video-1",
        HERE,
    ),
    *HIDDEN,
)
