"""Each layout drawn: one function a family, one entry a layout."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from emas.theme import Body, Colour, Kind, Theme
from emas.writers.slides.layouts import (
    BODY,
    CAPTION,
    LABEL,
    LONG,
    OPTION,
    OPTIONS,
    OTHER_LABEL,
    PICTURE,
    SECOND,
    TITLE,
    Box,
    Grid,
    Layout,
    Mark,
    Slot,
    Spec,
    Style,
)


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
    yield _plain(grid, Layout.ROOMY, sizes.roomy, content)
    yield _plain(grid, Layout.NORMAL, sizes.normal, content)
    yield _plain(grid, Layout.DENSE, sizes.dense, content)
    yield _plain(grid, Layout.OBJECTIVES, sizes.normal, accent[Kind.KEY_MESSAGE])
    yield _plain(grid, Layout.TOMORROW, sizes.roomy, accent[Kind.TOMORROW])
    yield _plain(grid, Layout.WHOM_TO_TELL, sizes.dense, accent[Kind.WHOM_TO_TELL])
    yield _plain(grid, Layout.SOURCES, sizes.dense, content)
    heard = accent[Kind.MISCONCEPTION]
    yield _columns(grid, Layout.COLUMNS, sizes.normal, content, content)
    yield _columns(grid, Layout.COLUMNS_LONG, sizes.dense, content, content)
    yield _columns(grid, Layout.MISCONCEPTION, sizes.normal, accent[Kind.ADVICE], heard)
    yield from _pictures(grid, content)
    for layout, colour in (
        (Layout.TABLE, content),
        (Layout.FEEDBACK, accent[Kind.DECISION]),
        (Layout.ADAPTATIONS, accent[Kind.ADAPTATION]),
    ):
        yield grid.spec(layout, colour, Slot(BODY, "Tableau", "tbl", grid.body, Style(20)))
    for layout, kind in (
        (Layout.BOX, Kind.DEFINITION),
        (Layout.WARNING, Kind.WARNING),
        (Layout.ADVICE, Kind.ADVICE),
        (Layout.STORY, Kind.SITUATION),
        (Layout.ACTIVITY, Kind.ACTIVITY),
    ):
        yield _boxed(grid, layout, theme, kind, sizes.roomy)
        yield _boxed(grid, LONG[layout], theme, kind, sizes.normal)
    yield _choices(grid, Layout.DECISION, theme, Kind.DECISION)
    yield _choices(grid, Layout.QUESTION, theme, Kind.QUESTION)
    yield _answer(grid, theme)
    yield _message(grid, Layout.KEY_MESSAGE, sizes.key_message_pt)
    yield _message(grid, Layout.KEY_MESSAGE_LONG, sizes.normal.size_pt)
    yield grid.spec(Layout.TITLE_ONLY, content)


def _cover(grid: Grid) -> Spec:
    sizes, left, width = grid.sizes, 1.1, 10.9
    title = Style(sizes.cover_pt, colour=Colour.PAPER, bold=True, spacing=0.95, anchor="b")
    light = Style(sizes.subtitle_pt, colour=Colour.GREY)
    small = replace(light, size_pt=sizes.label_pt, anchor="b", before_pt=4)
    slots = (
        Slot(TITLE, "Titre", "ctrTitle", Box(left, 0.9, width, 2.4), title),
        Slot(BODY, "Résumé", "subTitle", Box(left, 3.6, width, 1.7), light),
        Slot(LABEL, "Équipe, version et relecture", "body", Box(left, 5.5, width, 1.4), small),
    )
    edge = Mark(Box(0, 0, 0.35, sizes.height_in), Colour.ORANGE)
    rule = Mark(Box(left, 3.4, 1.4, sizes.rule.thickness_in), Colour.PAPER)
    return Spec(Layout.COVER, Colour.NAVY, slots, (edge, rule), Colour.NAVY)


def _section(grid: Grid, accent: Colour) -> Spec:
    sizes, left, width = grid.sizes, 1.1, 10.9
    title = Style(sizes.section_pt, colour=Colour.PAPER, bold=True, spacing=0.95, anchor="b")
    light = Style(sizes.subtitle_pt, colour=Colour.PAPER, before_pt=6)
    slots = (
        Slot(TITLE, "Titre", "title", Box(left, 1.6, width, 2.2), title),
        Slot(BODY, "Repères", "body", Box(left, 4.25, width, 1.9), light),
        *grid.furniture(Colour.PAPER, Colour.PAPER)[1:],
    )
    rule = Mark(Box(left, 3.98, 1.4, 0.07), Colour.PAPER)
    return Spec(Layout.SECTION, accent, slots, (rule,), accent)


def _plain(grid: Grid, layout: Layout, size: Body, accent: Colour) -> Spec:
    style = Style(size.size_pt, size.before_pt, grid.sizes.line_spacing, bullets=True)
    slot = Slot(BODY, "Contenu", "", grid.body, replace(style, accent=accent))
    return grid.spec(layout, accent, slot)


def _columns(grid: Grid, layout: Layout, size: Body, first: Colour, second: Colour) -> Spec:
    sizes, body, head = grid.sizes, grid.body, 0.62
    text = Style(size.size_pt, size.before_pt, sizes.line_spacing, bullets=True, inset_in=0.1)
    band = Style(sizes.option_pt, colour=Colour.PAPER, bold=True, anchor="ctr", inset_in=0.2)
    slots = []
    for rank, (label, index, colour) in enumerate(
        ((LABEL, BODY, first), (OTHER_LABEL, SECOND, second))
    ):
        left = body.left + rank * (grid.half_in + sizes.gutter_in)
        top = Box(left, body.top, grid.half_in, head)
        under = Box(left, body.top + head + 0.1, grid.half_in, body.height - head - 0.1)
        slots += [
            Slot(label, f"Intitulé {rank + 1}", "body", top, replace(band, fill=colour)),
            Slot(index, f"Colonne {rank + 1}", "", under, replace(text, accent=colour)),
        ]
    return grid.spec(layout, second, *slots)


def _pictures(grid: Grid, accent: Colour) -> Iterator[Spec]:
    sizes, body, caption = grid.sizes, grid.body, 0.5
    text = Style(sizes.explanation_pt, sizes.normal.before_pt, sizes.line_spacing, bullets=True,
                 accent=accent)  # fmt: skip
    legend = Style(sizes.caption_pt, colour=Colour.MUTED, anchor="ctr")
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
            Slot(PICTURE, "Image", "pic", image, Style(18)),
            Slot(CAPTION, "Légende", "body", under, legend),
        )


def _boxed(grid: Grid, layout: Layout, theme: Theme, kind: Kind, size: Body) -> Spec:
    sizes, style = grid.sizes, theme.kinds[kind]
    box = replace(grid.body, height=grid.body.height - 0.1)
    edge = replace(box, width=sizes.edge_in)
    inner = replace(box, left=box.left + 0.5, width=box.width - 1)
    label = Style(sizes.label_pt, colour=style.colour, bold=True, anchor="ctr")
    text = Style(size.size_pt, size.before_pt, 1.1, bullets=True, accent=style.colour)
    return grid.spec(
        layout,
        style.colour,
        Slot(LABEL, "Étiquette", "body", inner.below(box.top + 0.22, 0.5), label),
        Slot(BODY, "Texte", "", inner.below(box.top + 0.85, box.height - 0.95), text),
        marks=(Mark(box, style.tint), Mark(edge, style.colour)),
    )


def _choices(grid: Grid, layout: Layout, theme: Theme, kind: Kind) -> Spec:
    sizes, body, style = grid.sizes, grid.body, theme.kinds[kind]
    label = Style(sizes.label_pt, colour=style.colour, bold=True, anchor="ctr")
    stem = Style(sizes.stem_pt, 4, sizes.line_spacing, bullets=True, accent=style.colour)
    option = Style(sizes.option_pt, 0, 1.0, anchor="ctr", fill=style.tint, edge=style.colour,
                   inset_in=0.25, hanging_in=0.45, accent=style.colour)  # fmt: skip
    slots = [
        Slot(LABEL, "Étiquette", "body", body.below(body.top - 0.08, 0.42), label),
        Slot(BODY, "Énoncé", "body", body.below(body.top + 0.4, 0.9), stem),
    ]
    height = 0.5
    for rank in range(OPTIONS):
        place = body.below(body.top + 1.4 + rank * (height + 0.08), height)
        slots.append(Slot(OPTION + rank, f"Réponse {'ABCDEF'[rank]}", "body", place, option))
    return grid.spec(layout, style.colour, *slots)


def _answer(grid: Grid, theme: Theme) -> Spec:
    sizes, body, green = grid.sizes, grid.body, theme.kinds[Kind.RIGHT_ANSWER].colour
    right = Style(sizes.stem_pt, 6, 1.0, colour=Colour.PAPER, bold=True, anchor="ctr", fill=green,
                  inset_in=0.3, hanging_in=0.85, accent=Colour.PAPER)  # fmt: skip
    why = Style(sizes.explanation_pt, sizes.normal.before_pt, 1.08, bullets=True, accent=green)
    return grid.spec(
        Layout.ANSWER,
        green,
        Slot(LABEL, "Bonne réponse", "body", body.below(body.top, 1.05), right),
        Slot(BODY, "Explication", "", body.below(body.top + 1.3, body.height - 1.3), why),
    )


def _message(grid: Grid, layout: Layout, size_pt: float) -> Spec:
    left, width, navy = 1.3, 10.9, Colour.NAVY
    title = Style(grid.sizes.option_pt, colour=Colour.GREY, anchor="ctr")
    text = Style(size_pt, 14, 1.08, colour=Colour.PAPER, bold=size_pt > 30, bullets=True,
                 accent=Colour.PAPER)  # fmt: skip
    slots = (
        Slot(TITLE, "Titre", "title", Box(left, 1.0, width, 0.7), title),
        Slot(BODY, "Message", "", Box(left, 1.85, width, 4.5), text),
        *grid.furniture(Colour.GREY, Colour.PAPER),
    )
    edge = Mark(Box(grid.sizes.margin_in, 1.05, grid.sizes.edge_in, 5.2), Colour.ORANGE)
    return Spec(layout, navy, slots, (edge,), navy)
