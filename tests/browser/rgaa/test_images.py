"""RGAA 4.1, theme 1: pictures."""

from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import Node, Templates, faults, total


@checks("1.1")
def test_a_picture_of_the_text_has_words_of_its_own(templates: Templates) -> None:
    assert total(templates, "article figure img") >= 2
    script = """rgaa.all("img").filter(picture => {
      const words = picture.alt.trim().split(/\\s+/);
      const caption = picture.closest("figure")?.querySelector("figcaption")?.innerText;
      const bare = !picture.hasAttribute("alt") || picture.alt === caption ||
        /\\.(svg|png|jpe?g|webp)$/i.test(picture.alt);
      return bare || picture.closest("figure") && words.length < 4;
    }).map(picture => picture.outerHTML)"""
    assert faults(templates, script) == {}


@checks("1.1")
def test_no_picture_is_given_without_words_to_a_screen_reader(trees: dict[str, list[Node]]) -> None:
    images = [node for tree in trees.values() for node in tree if node.role in ("image", "img")]
    assert images
    assert [node for node in images if not node.name] == []


@checks("1.2")
def test_a_picture_that_only_decorates_is_passed_over(templates: Templates) -> None:
    assert total(templates, "button svg") > 50
    script = """rgaa.all("svg").filter(picture => picture.getAttribute("aria-hidden") !== "true" ||
        picture.querySelector("title, desc, [title], [aria-label]"))
      .concat(rgaa.all("img[alt='']").filter(picture => picture.title || picture.ariaLabel ||
        picture.closest("figure")?.querySelector("figcaption")))
      .map(picture => rgaa.told(picture.parentElement))"""
    assert faults(templates, script) == {}


@checks("1.9")
def test_a_caption_is_tied_to_its_picture(templates: Templates) -> None:
    assert total(templates, "figcaption") >= 2
    script = """rgaa.all("figcaption").filter(caption => {
      const figure = caption.parentElement;
      return !figure.matches("figure[role=group], figure[role=figure]") ||
        figure.ariaLabel !== caption.textContent || !figure.querySelector("img[alt]");
    }).map(rgaa.told)"""
    assert faults(templates, script) == {}


def test_there_is_no_other_kind_of_picture(templates: Templates) -> None:
    # The day there is one, criteria 1.4, 1.5 and others are to be looked at.
    kinds = "area, [usemap], [ismap], input[type=image], object, embed, canvas, [role=img]"
    assert total(templates, kinds) == 0
