"""RGAA 4.1, themes 2 and 4: no frame, no sound, no film; the day there is one, look at them."""

from tests.browser.rgaa.pages import Templates, faults, total


def test_there_is_no_frame(templates: Templates) -> None:
    assert total(templates, "iframe, frame, frameset, object, embed, portal") == 0


def test_there_is_neither_sound_nor_film(templates: Templates) -> None:
    assert total(templates, "audio, video, canvas, object, embed, bgsound, svg animate") == 0


def test_nothing_is_heard_that_was_not_asked_for(templates: Templates) -> None:
    assert faults(templates, "rgaa.done.filter(name => name === 'speak' || name === 'play')") == {}
