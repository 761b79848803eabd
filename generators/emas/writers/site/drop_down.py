"""A choice among values, with its label: all of them first."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from emas.writers.site.elements import classed, element


def drop_down(
    attributes: Mapping[str, str], word: str, every: str, values: Mapping[str, str]
) -> Element:
    """Return a list of `values` by their name, after `every`, which chooses none.

    `attributes` have its `id` and `name`. The browser does not fill it in by itself.
    """
    options = {"": every, **values}.items()
    return classed(
        "p",
        "emas-champ",
        element("label", {"for": attributes["id"]}, word),
        element(
            "select",
            {**attributes, "autocomplete": "off"},
            *(element("option", {"value": value}, text) for value, text in options),
        ),
    )
