from tests.unit.writers.slides.samples import (
    THEME,
    activity,
    bullets,
    edition,
    heading,
    para,
    step,
)

from emas.model import Projected
from emas.writers.slides import projected


def test_a_slide_is_told_with_its_number_and_what_it_takes_the_time_of() -> None:
    # An activity without a word of its section is still one of its step, by its own id.
    blocks = (heading("Essayer"), bullets("Un geste."), activity(para("Notez.")))
    slides = projected(edition(step(*blocks)), THEME)
    assert [slide for slide in slides if slide.step] == [
        Projected(3, "Voir", "voir", ""),
        Projected(4, "Essayer", "voir", "essayer"),
        Projected(5, "Trois pauses", "voir", "a"),
    ]
