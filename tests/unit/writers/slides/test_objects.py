from dataclasses import replace

import pytest
from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
    LONG,
    SPAN,
    THEME,
    bullets,
    columns,
    edition,
    figure,
    heading,
    para,
    slides_of,
    step,
    table,
    table_of,
    text_of,
    words,
)  # fmt: skip

from emas.diagnostics import Code
from emas.document import Blocks, Figure, Video
from emas.model import Media
from emas.writers.slides.deck import PictureFill, TextFill
from emas.writers.slides.layouts import (
    BODY,
    CAPTION,
    LABEL,
    NEED,
    OTHER_LABEL,
    SECOND,
    SETTING,
    TIME,
    Layout,
)
from emas.writers.slides.plan import plan


def captioned(caption: str) -> Figure:
    return replace(figure(), image=replace(figure().image, caption=caption))


def test_a_picture_with_little_text_has_it_beside() -> None:
    (slide,) = slides_of(heading("Essayer"), figure(), bullets("Un geste"))
    assert slide.layout is Layout.ILLUSTRATED


def test_a_picture_with_much_text_has_a_slide_of_its_own() -> None:
    found = slides_of(heading("Essayer"), figure(), bullets(*[LONG] * 4))
    assert [slide.layout for slide in found] == [Layout.PICTURE, Layout.NORMAL]


def wide(media: Media) -> Media:
    return replace(media, data=b'<svg viewBox="0 0 960 320">')


def test_a_picture_so_wide_that_nobody_could_read_it_has_a_slide_of_its_own() -> None:
    there = edition(step(heading("Essayer"), figure(), bullets("Un geste")))
    media = {name: wide(file) for name, file in there.module.media.items()}
    module = replace(there.module, media=media)
    slides = plan(replace(there, module=module), THEME).parts[1].slides[1:]
    assert [slide.layout for slide in slides] == [Layout.PICTURE, Layout.ROOMY]


def test_a_picture_that_is_not_there_is_said_in_words() -> None:
    lost = replace(figure(), image=replace(figure().image, source="media/absente.svg"))
    (slide,) = slides_of(heading("Voir"), lost)
    assert text_of(slide) == ["Image\u00a0: Une classe", "La classe"]


def test_a_caption_too_long_is_said_whole_and_reported() -> None:
    (slide,) = slides_of(heading("Voir"), captioned(LONG * 5))
    (problem,) = slide.problems
    assert (problem.code, problem.values["quoi"]) == (Code.DIA002, "La légende")
    assert text_of(slide, CAPTION)[0].endswith("…")
    assert [line.text for line in slide.notes] == [f"{LONG * 5} – EMAS"]
    fewer = (LONG * 5)[: -int(problem.values["signes"])]
    (slide,) = slides_of(heading("Voir"), captioned(fewer))
    assert slide.problems == ()


def film(source: str = "https://emas.example/f", *text: Figure) -> Video:
    return Video(words("Un film"), source, (*text, para("On entend.")), "f", SPAN)


def test_a_film_is_a_link_in_words_and_what_it_says_is_said() -> None:
    (slide,) = slides_of(heading("Voir"), film())
    (fill,) = slide.fills
    assert isinstance(fill, TextFill)
    assert (slide.layout, slide.title) == (Layout.VIDEO, "Un film")
    assert fill.lines[-1].runs[0].href == "https://emas.example/f"
    assert text_of(slide) == ["Vidéo", "Regarder la vidéo sur emas.example"]
    assert [line.text for line in slide.notes] == ["On entend."]


def test_a_film_of_the_module_says_its_file() -> None:
    (slide,) = slides_of(heading("Voir"), film("media/film.mp4"))
    assert text_of(slide)[-1] == "Fichier\u00a0: media/film.mp4"


def test_a_picture_at_the_beginning_of_its_text_is_the_poster_of_a_film() -> None:
    (slide,) = slides_of(heading("Voir"), film("https://emas.example/f", figure()))
    assert slide.layout is Layout.ILLUSTRATED
    assert [fill.alt for fill in slide.fills if isinstance(fill, PictureFill)] == ["Une classe"]
    assert [line.text for line in slide.notes] == ["On entend."]


def test_a_poster_that_is_not_there_is_said_in_words() -> None:
    lost = replace(figure(), image=replace(figure().image, source="media/absente.svg"))
    (slide,) = slides_of(heading("Voir"), film("https://emas.example/f", lost))
    assert (slide.layout, text_of(slide)[2]) == (Layout.VIDEO, "Image\u00a0: Une classe")


def test_an_activity_has_its_time_and_its_organisation_beside() -> None:
    (slide,) = slides_of(samples.activity(para("Notez.")))
    assert [text_of(slide, slot) for slot in (LABEL, BODY, TIME, SETTING)] == [
        ["Activité"], ["Notez."], ["10 min"], ["Par deux", "Matériel\u00a0: des cartes"],
    ]  # fmt: skip


def test_an_activity_without_a_time_says_so() -> None:
    (slide,) = slides_of(replace(samples.activity(para("Notez.")), duration_min=None))
    assert text_of(slide, TIME) == ["Durée libre"]


def test_a_long_organisation_of_an_activity_goes_with_what_to_do() -> None:
    long = replace(samples.activity(para("Notez.")), setting=words(LONG * 2))
    (slide,) = slides_of(long)
    assert text_of(slide, SETTING) == []
    assert text_of(slide) == [LONG * 2, "Matériel\u00a0: des cartes", "Notez."]


def test_one_adaptation_has_its_three_parts_side_by_side() -> None:
    (slide,) = slides_of(heading("Essayer"), samples.adaptation())
    assert (slide.layout, slide.title) == (Layout.CARD, "Une carte pause")
    assert text_of(slide, NEED) == ["Aménagement – besoin\u00a0: souffler"]
    assert text_of(slide, SECOND) == ["La retirer."]


def test_an_adaptation_too_long_for_its_columns_is_a_table() -> None:
    long = replace(samples.adaptation(), how=words(LONG * 6))
    (slide,) = slides_of(heading("Essayer"), long)
    assert slide.layout is Layout.ADAPTATIONS


def test_adaptations_that_follow_one_another_are_a_table() -> None:
    (slide,) = slides_of(heading("Essayer"), samples.adaptation(), samples.adaptation("Un casque"))
    assert len(table_of(slide).rows) == 3


def sides(left: Blocks, right: Blocks, title: str = "Avant") -> Blocks:
    return (heading("Essayer"), columns((title, left), ("Après", right)))


def test_columns_too_long_go_on_side_by_side_on_the_next_slide_and_say_so() -> None:
    found = slides_of(*sides((bullets(*[LONG] * 9),), (bullets("calme"),)))
    assert [slide.layout for slide in found] == [Layout.COLUMNS_LONG] * len(found)
    assert sum(len(text_of(slide)) for slide in found) == 9
    (problem,) = found[0].problems
    assert problem.code is Code.DIA003
    fewer = (LONG * 9)[: -int(problem.values["signes"]) - 9]
    (slide,) = slides_of(*sides((para(fewer),), (bullets("calme"),)))
    assert slide.problems == ()


def test_headings_of_columns_that_have_no_room_above_are_in_the_columns() -> None:
    (slide,) = slides_of(*sides((para("Un."),), (para("Deux."),), title=LONG.strip()))
    assert text_of(slide, LABEL) == text_of(slide, OTHER_LABEL) == []
    assert (text_of(slide), text_of(slide, SECOND)) == ([LONG.strip(), "Un."], ["Après", "Deux."])


def test_columns_without_headings_take_their_place() -> None:
    (slide,) = slides_of(heading("Essayer"), columns(("", (para("Un."),)), ("", (para("Deux."),))))
    tops = {fill.box.top for fill in slide.fills if isinstance(fill, TextFill) and fill.box}
    assert tops == {samples.THEME.slides.body_top_in}


def test_a_column_left_alone_is_ordinary_content() -> None:
    three = columns(*((name, (bullets(name),)) for name in ("Un", "Deux", "Trois")))
    pair, alone = slides_of(heading("Voir"), three)
    assert (pair.layout, alone.layout) == (Layout.COLUMNS, Layout.ROOMY)
    assert text_of(alone) == ["Trois", "Trois"]


def test_a_long_table_repeats_its_header() -> None:
    rows = [(f"Ligne {rank}", LONG) for rank in range(14)]
    found = slides_of(heading("Voir mieux"), table(("Niveau", "Exemple"), *rows))
    heads = [[line.text for cell in table_of(slide).rows[0] for line in cell] for slide in found]
    assert heads == [["Niveau", "Exemple"]] * len(found)
    assert len(found) > 1


def test_a_row_taller_than_a_slide_goes_on_and_says_how_much_to_take_away() -> None:
    first, second, *_ = slides_of(
        heading("Voir"), table(("Niveau", "Exemple"), ("Lycée", LONG * 20))
    )
    (problem,) = first.problems
    assert (problem.code, second.problems) == (Code.DIA003, ())
    assert table_of(second).rows[1][0][0].text == "Lycée (suite)"
    fewer = (LONG * 20)[: -int(problem.values["signes"])]
    (slide,) = slides_of(heading("Voir"), table(("Niveau", "Exemple"), ("Lycée", fewer)))
    assert slide.problems == ()


def test_a_table_too_wide_is_parted_and_its_first_column_repeated() -> None:
    names = tuple(f"électroencéphalogramme{rank}" for rank in range(8))
    found = slides_of(heading("Voir"), table(("Nom", *names), ("Un", *names)))
    assert len(found) > 1
    assert {table_of(slide).rows[1][0][0].text for slide in found} == {"Un"}
    shown = [cell[0].text for slide in found for cell in table_of(slide).rows[1][1:]]
    assert tuple(shown) == names


def test_a_table_whose_header_leaves_no_room_is_a_list() -> None:
    (first, *_) = slides_of(heading("Voir"), table(("Nom", LONG * 12), ("Un", "Deux")))
    assert first.layout in (Layout.ROOMY, Layout.NORMAL, Layout.DENSE)


@pytest.mark.parametrize("size", [1, 3])
def test_a_table_says_how_large_it_is(size: int) -> None:
    (slide,) = slides_of(heading("Voir"), table(("Nom", "Lieu"), *[("Un", "Deux")] * size))
    rows = "1 ligne" if size == 1 else f"{size} lignes"
    assert table_of(slide).alt == (
        f"Tableau «\u00a0Voir\u00a0»\u00a0: 2 colonnes, {rows} sous l’en-tête."
    )
