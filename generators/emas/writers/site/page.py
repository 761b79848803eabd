"""What a page of the site is, before any site engine."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page. `uri` is its place, as « modules/autisme/comprendre.md »; texts are raw, unescaped.

    `tree` is a `div` that holds the page, its title included. The search of the site leaves out
    what is not `searched`.
    """

    uri: str
    title: str
    description: str
    tree: Element
    searched: bool = True
