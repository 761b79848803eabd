"""Each layout drawn: one function a family, one entry a layout."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from emas.theme import ACCENTS, Body, Colour, Kind, Theme
from emas.writers.slides import pictograms as drawings
from emas.writers.slides.layouts import (
    BADGE_IN,
    BODY,
    CAPTION,
    EDGE_IN,
    LABEL,
    LONG,
    NEED,
    OPTION,
    OPTIONS,
    OTHER_LABEL,
    PICTURE,
    SECOND,
    SETTING,
    THIRD,
    THIRD_LABEL,
    TIME,
    TITLE,
    Box,
    Form,
    Grid,
    Layout,
    Mark,
    Slot,
    Spec,
    Style,
    strokes,
)

LETTERS = "ABCDEF"
HEAD_IN = 0.62
"""The heading of a column, on one row."""

INSET_IN = 0.25
"""Between the edge of a tinted card and its text."""


def layouts(theme: Theme) -> Mapping[Layout, Spec]:
    """Return the layouts of `theme`, in the order in which PowerPoint shows them."""
    grid = Grid(theme.slides)
    drawn = {spec.layout: spec for spec in _drawn(theme, grid)}
    return {layout: drawn[layout] for layout in Layout}


def _drawn(theme: Theme, grid: Grid) -> Iterator[Spec]:
    sizes = theme.slides
    accent = {kind: style.colour for kind, style in theme.kinds.items()}
    content = accent[Kind.CONTENT]
    yield _cover(grid)
    yield _section(grid, content)
    for layout, size, colour, path in (
        (Layout.ROOMY, sizes.roomy, content, ""),
        (Layout.NORMAL, sizes.normal, content, ""),
        (Layout.DENSE, sizes.dense, content, ""),
        (Layout.OBJECTIVES, sizes.normal, accent[Kind.KEY_MESSAGE], drawings.TARGET),
        (Layout.WHOM_TO_TELL, sizes.normal, accent[Kind.WHOM_TO_TELL], drawings.PHONE),
        (Layout.WHOM_TO_TELL_LONG, sizes.dense, accent[Kind.WHOM_TO_TELL], drawings.PHONE),
        (Layout.SOURCES, sizes.dense, content, drawings.PAGE),
    ):
        yield _plain(grid, layout, size, colour, path)
    yield from _pairs(grid, theme)
    yield from _pictures(grid, content)
    yield _video(grid, accent[Kind.VIDEO])
    yield _table(grid, Layout.TABLE, content)
    yield _table(grid, Layout.FEEDBACK, accent[Kind.DECISION], drawings.OPINION)
    yield _table(grid, Layout.ADAPTATIONS, accent[Kind.ADAPTATION], drawings.SLIDERS)
    yield _card(grid, theme)
    for layout, kind, path in (
        (Layout.BOX, Kind.DEFINITION, drawings.BOOK),
        (Layout.WARNING, Kind.WARNING, drawings.EXCLAMATION),
        (Layout.ADVICE, Kind.ADVICE, drawings.BULB),
        (Layout.STORY, Kind.SITUATION, drawings.PERSON),
        (Layout.TOMORROW, Kind.TOMORROW, drawings.SUNRISE),
    ):
        yield _boxed(grid, layout, theme, kind, sizes.roomy, path)
        yield _boxed(grid, LONG[layout], theme, kind, sizes.normal, path)
    for layout, size in ((Layout.ACTIVITY, sizes.roomy), (Layout.ACTIVITY_LONG, sizes.normal)):
        yield _activity(grid, layout, theme, size)
    for layout, kind, path in (
        (Layout.DECISION, Kind.DECISION, drawings.FORK),
        (Layout.QUESTION, Kind.QUESTION, drawings.QUESTION),
    ):
        yield _choices(grid, layout, theme, kind, sizes.stem_pt, path)
        yield _choices(grid, LONG[layout], theme, kind, sizes.option_pt, path)
    yield _answer(grid, theme, Layout.ANSWER, sizes.normal)
    yield _answer(grid, theme, Layout.ANSWER_LONG, sizes.dense)
    yield _message(grid, Layout.KEY_MESSAGE, sizes.key_message_pt)
    yield _message(grid, Layout.KEY_MESSAGE_LONG, sizes.normal.size_pt)
    yield grid.spec(Layout.TITLE_ONLY, content)


def _corner(grid: Grid, colour: Colour) -> Mark:
    """Return rings in the lower right corner."""
    side, sizes = 4.2, grid.sizes
    box = Box(sizes.width_in - side, sizes.height_in - side, side, side)
    return Mark(box, colour, Form.STROKES, drawings.RINGS, 10)


def _cover(grid: Grid) -> Spec:
    sizes, left, width = grid.sizes, 1.1, 10.9
    title = Style(sizes.cover_pt, colour=Colour.PAPER, bold=True, spacing=0.95, anchor="b")
    light = Style(sizes.subtitle_pt, colour=Colour.GREY)
    small = replace(light, size_pt=sizes.label_pt, anchor="b", before_pt=4)
    slots = (
        Slot(TITLE, "Titre", "ctrTitle", Box(left, 0.9, width, 2.4), title),
        Slot(BODY, "Résumé", "subTitle", Box(left, 3.7, 9.4, 1.3), light),
        Slot(LABEL, "Équipe, version et relecture", "body", Box(left, 5.0, 8.0, 1.8), small),
        *grid.furniture(Colour.GREY, Colour.GREY)[1:],
    )
    edge = Mark(Box(0, 0, 2 * EDGE_IN, sizes.height_in), Colour.ORANGE)
    rule = Mark(Box(left, 3.45, 1.4, sizes.rule.thickness_in), Colour.PAPER)
    marks = (_corner(grid, Colour.PETROL), edge, rule)
    return Spec(Layout.COVER, Colour.NAVY, slots, marks, Colour.NAVY)


def _section(grid: Grid, accent: Colour) -> Spec:
    sizes, left, width = grid.sizes, 1.1, 10.9
    title = Style(sizes.section_pt, colour=Colour.PAPER, bold=True, spacing=0.95, anchor="b")
    light = Style(sizes.subtitle_pt, colour=Colour.PAPER, before_pt=6)
    slots = (
        Slot(TITLE, "Titre", "title", Box(left, 1.6, width, 2.2), title),
        Slot(BODY, "Repères", "body", Box(left, 4.25, 8.6, 1.9), light),
        *grid.furniture(Colour.PAPER, Colour.PAPER)[1:],
    )
    rule = Mark(Box(left, 3.98, 1.4, 0.07), Colour.PAPER)
    edge = Mark(Box(0, 0, 2 * EDGE_IN, sizes.height_in), Colour.NAVY)
    return Spec(Layout.SECTION, accent, slots, (_corner(grid, Colour.NAVY), edge, rule), accent)


def _plain(grid: Grid, layout: Layout, size: Body, accent: Colour, path: str) -> Spec:
    style = Style(size.size_pt, size.before_pt, grid.sizes.line_spacing, bullets=True)
    slot = Slot(BODY, "Contenu", "", grid.body, replace(style, accent=accent))
    return grid.spec(layout, accent, slot, path=path)


def _pairs(grid: Grid, theme: Theme) -> Iterator[Spec]:
    """Yield the layouts of two columns; those of a misconception say which one is true."""
    sizes = theme.slides
    content, known, heard = (
        theme.kinds[kind].colour for kind in (Kind.CONTENT, Kind.ADVICE, Kind.MISCONCEPTION)
    )
    said = replace(sizes.normal, size_pt=sizes.explanation_pt)
    for layout, size, less, first, second, path in (
        (Layout.COLUMNS, sizes.normal, sizes.dense, content, content, ""),
        (Layout.MISCONCEPTION, sizes.roomy, said, known, heard, drawings.TALK),
    ):
        yield _columns(grid, layout, size, (first, second), path)
        yield _columns(grid, LONG[layout], less, (first, second), path)


def _columns(
    grid: Grid, layout: Layout, size: Body, colours: tuple[Colour, Colour], path: str
) -> Spec:
    lefts = (grid.body.left, grid.body.left + grid.half_in + grid.sizes.gutter_in)
    slots: tuple[Slot, ...] = ()
    for rank, (left, label, index) in enumerate(
        zip(lefts, (LABEL, OTHER_LABEL), (BODY, SECOND), strict=True)
    ):
        column = replace(grid.body, left=left, width=grid.half_in)
        slots += _column(grid, column, HEAD_IN, (label, index), size, colours[rank])
    return grid.spec(layout, colours[1], *slots, path=path)


def _column(
    grid: Grid, column: Box, head: float, indexes: tuple[int, int], size: Body, colour: Colour
) -> tuple[Slot, Slot]:
    """Return the heading of a column, of that height, and its text on a tint of its colour."""
    sizes, rank = grid.sizes, indexes[1]
    band = Style(sizes.option_pt, 0, 1.0, colour=Colour.PAPER, bold=True, anchor="ctr",
                 fill=colour, inset_in=INSET_IN, above_in=0.08)  # fmt: skip
    text = Style(size.size_pt, size.before_pt, sizes.line_spacing, bullets=True, accent=colour,
                 fill=ACCENTS[colour], inset_in=INSET_IN, above_in=0.12)  # fmt: skip
    under = column.below(column.top + head, column.height - head)
    return (
        Slot(indexes[0], f"Intitulé {rank}", "body", column.below(column.top, head), band),
        Slot(indexes[1], f"Colonne {rank}", "", under, text),
    )


def _card(grid: Grid, theme: Theme) -> Spec:
    """Return the layout of one adaptation: its need above, then how, what not, how to know."""
    sizes, body, gap = theme.slides, grid.body, 0.3
    colours = [theme.kinds[k].colour for k in (Kind.ADAPTATION, Kind.WARNING, Kind.CONTENT)]
    wide = (body.width - 2 * gap) / 3
    need = Style(sizes.option_pt, 0, 1.0, anchor="ctr", accent=colours[0])
    slots: tuple[Slot, ...] = (
        Slot(NEED, "Besoin", "body", body.below(body.top - 0.03, 0.5), need),
    )
    size = replace(sizes.normal, size_pt=sizes.explanation_pt)
    indexes = ((LABEL, BODY), (OTHER_LABEL, SECOND), (THIRD_LABEL, THIRD))
    for rank, (pair, colour) in enumerate(zip(indexes, colours, strict=True)):
        column = Box(body.left + rank * (wide + gap), body.top + 0.6, wide, body.height - 0.6)
        slots += _column(grid, column, 0.92, pair, size, colour)
    return grid.spec(Layout.CARD, colours[0], *slots, path=drawings.SLIDERS)


def _table(grid: Grid, layout: Layout, accent: Colour, path: str = "") -> Spec:
    box = grid.body
    after: tuple[Slot, ...] = ()
    if layout is Layout.FEEDBACK:
        after = (grid.button(accent),)
        box = replace(box, height=after[0].box.top - box.top - 0.1)
    slot = Slot(BODY, "Tableau", "tbl", box, Style(grid.sizes.option_pt))
    return grid.spec(layout, accent, slot, *after, path=path)


def _pictures(grid: Grid, accent: Colour) -> Iterator[Spec]:
    sizes, body, caption = grid.sizes, grid.body, 0.5
    text = Style(sizes.explanation_pt, sizes.normal.before_pt, sizes.line_spacing, bullets=True,
                 accent=accent)  # fmt: skip
    legend = Style(sizes.caption_pt, 0, 1.0, colour=Colour.MUTED, anchor="ctr", align="ctr")
    right = body.left + grid.half_in + sizes.gutter_in
    beside = Slot(BODY, "Contenu", "", replace(body, width=grid.half_in), text)
    for layout, left, before in (
        (Layout.ILLUSTRATED, right, (beside,)),
        (Layout.PICTURE, body.left, ()),
    ):
        width = body.left + body.width - left
        image = Box(left, body.top, width, body.height - caption - 0.05)
        under = Box(left, body.top + body.height - caption, width, caption)
        yield grid.spec(
            layout,
            accent,
            *before,
            Slot(PICTURE, "Image", "pic", image, Style(sizes.minimum_pt)),
            Slot(CAPTION, "Légende", "body", under, legend),
        )


def _video(grid: Grid, accent: Colour) -> Spec:
    """Return the layout of a film: a screen that says so, then where to see it."""
    sizes, body = grid.sizes, grid.body
    screen = replace(body, width=6.4, height=3.6)
    button = Box(screen.left + screen.width / 2 - 0.75, screen.top + 1.05, 1.5, 1.5)
    left = screen.left + screen.width + 0.5
    text = Style(sizes.normal.size_pt, sizes.normal.before_pt, sizes.line_spacing, bullets=True,
                 accent=accent)  # fmt: skip
    slot = Slot(BODY, "Où voir le film", "", Box(left, body.top, 12.583 - left, body.height), text)
    marks = (
        Mark(screen, Colour.NAVY),
        Mark(button, Colour.PAPER, Form.DISC),
        *strokes(button, drawings.PLAY, Colour.NAVY, 0.55),
    )
    return grid.spec(Layout.VIDEO, accent, slot, marks=marks)


def _boxed(grid: Grid, layout: Layout, theme: Theme, kind: Kind, size: Body, path: str) -> Spec:
    sizes, style = grid.sizes, theme.kinds[kind]
    box = replace(grid.body, height=grid.body.height - 0.1)
    inner = replace(box, left=box.left + 0.45, width=box.width - 0.9)
    label = Style(sizes.label_pt, 0, 1.0, colour=style.colour, bold=True, anchor="ctr")
    text = Style(size.size_pt, size.before_pt, 1.1, bullets=True, accent=style.colour, anchor="ctr")
    return grid.spec(
        layout,
        style.colour,
        Slot(LABEL, "Étiquette", "body", inner.below(box.top + 0.16, 0.46), label),
        Slot(BODY, "Texte", "", inner.below(box.top + 0.68, box.height - 0.78), text),
        marks=(Mark(box, style.tint),),
        path=path,
    )


def _activity(grid: Grid, layout: Layout, theme: Theme, size: Body) -> Spec:
    """Return the layout of an activity: what to do, and beside it how long, how, with what."""
    sizes, style = grid.sizes, theme.kinds[Kind.ACTIVITY]
    box = replace(grid.body, height=grid.body.height - 0.1)
    task = replace(box, width=8.2)
    side = Box(box.left + 8.4, box.top, box.width - 8.4, box.height)
    inner = replace(task, left=task.left + 0.45, width=task.width - 0.8)
    beside = replace(side, left=side.left + 0.3, width=side.width - 0.5)
    clock = Box(beside.left, side.top + 0.35, 0.85, 0.85)
    label = Style(sizes.label_pt, 0, 1.0, colour=style.colour, bold=True, anchor="ctr")
    text = Style(size.size_pt, size.before_pt, 1.1, bullets=True, accent=style.colour)
    light = Style(sizes.option_pt, 6, sizes.line_spacing, colour=Colour.PAPER, accent=Colour.PAPER)
    time = Style(sizes.key_message_pt, 0, 1.0, colour=Colour.PAPER, bold=True, anchor="ctr")
    return grid.spec(
        layout,
        style.colour,
        Slot(LABEL, "Étiquette", "body", inner.below(box.top + 0.16, 0.46), label),
        Slot(BODY, "Consigne", "", inner.below(box.top + 0.68, box.height - 0.78), text),
        Slot(TIME, "Durée", "body", beside.below(side.top + 1.3, 0.75), time),
        Slot(SETTING, "Organisation", "body", beside.below(side.top + 2.1, 2.55), light),
        marks=(
            Mark(task, style.tint),
            Mark(side, style.colour),
            *strokes(clock, drawings.CLOCK, Colour.PAPER, 1),
        ),
        path=drawings.GROUP,
    )


def _choices(
    grid: Grid, layout: Layout, theme: Theme, kind: Kind, size_pt: float, path: str
) -> Spec:
    sizes, body, style = grid.sizes, grid.body, theme.kinds[kind]
    label = Style(sizes.label_pt, 0, 1.0, colour=style.colour, bold=True, anchor="ctr")
    stem = Style(size_pt, 4, sizes.line_spacing, bullets=True, accent=style.colour)
    option = Style(
        size_pt,
        0,
        1.0,
        anchor="ctr",
        fill=style.tint,
        edge=style.colour,
        accent=style.colour,
        inset_in=INSET_IN,
        above_in=0.05,
        hanging_in=0.5,
    )
    slots = [
        Slot(LABEL, "Étiquette", "body", body.below(body.top - 0.02, 0.42), label),
        Slot(BODY, "Énoncé", "body", body.below(body.top + 0.42, 0.9), stem),
    ]
    height = 0.42
    for rank in range(OPTIONS):
        place = body.below(body.top + 1.32 + rank * (height + 0.08), height)
        slots.append(Slot(OPTION + rank, f"Réponse {LETTERS[rank]}", "body", place, option))
    return grid.spec(layout, style.colour, *slots, grid.button(style.colour), path=path)


def _answer(grid: Grid, theme: Theme, layout: Layout, size: Body) -> Spec:
    sizes, body, green = grid.sizes, grid.body, theme.kinds[Kind.RIGHT_ANSWER].colour
    right = Style(sizes.stem_pt, 6, 1.0, colour=Colour.PAPER, bold=True, anchor="ctr", fill=green,
                  inset_in=0.3, above_in=0.12, hanging_in=0.85, accent=Colour.PAPER)  # fmt: skip
    why = Style(size.size_pt, size.before_pt, 1.08, bullets=True, accent=green)
    return grid.spec(
        layout,
        green,
        Slot(LABEL, "Bonne réponse", "body", body.below(body.top, 1.05), right),
        Slot(BODY, "Explication", "", body.below(body.top + 1.3, body.height - 1.9), why),
        grid.button(green),
        path=drawings.TICK,
    )


def _message(grid: Grid, layout: Layout, size_pt: float) -> Spec:
    left, width, navy = 1.3, 10.9, Colour.NAVY
    title = Style(grid.sizes.option_pt, 0, 0.95, colour=Colour.GREY, anchor="ctr")
    text = Style(size_pt, 14, 1.08, colour=Colour.PAPER, bold=size_pt > 30, bullets=True,
                 accent=Colour.PAPER, anchor="ctr")  # fmt: skip
    disc = Box(left, 0.95, BADGE_IN, BADGE_IN)
    beside = left + BADGE_IN + 0.3
    slots = (
        Slot(TITLE, "Titre", "title", Box(beside, 0.95, left + width - beside, BADGE_IN), title),
        Slot(BODY, "Message", "", Box(left, 2.0, width, 4.5), text),
        *grid.furniture(Colour.GREY, Colour.PAPER),
    )
    marks = (
        Mark(Box(0, 0, 2 * EDGE_IN, grid.sizes.height_in), Colour.ORANGE),
        Mark(disc, Colour.ORANGE, Form.DISC),
        *strokes(disc, drawings.BOOKMARK, Colour.PAPER),
    )
    return Spec(layout, navy, slots, marks, navy)
