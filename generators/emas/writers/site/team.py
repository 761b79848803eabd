"""What a page says of the team that publishes the site, and of whom to call."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from emas.model import UNFINISHED, Contact, Team
from emas.writers.site.elements import Child, described, element, link, table

LEGAL = "mentions-legales.md"
"""The page that says who publishes the site."""

CALLS = "qui-j-appelle.md"
"""The page that says whom to call."""

PHONE = re.compile(r"\+?[\d\s.()-]{3,}")
NOT_DIALLED = re.compile(r"[^\d+]")


def publisher(team: Team) -> Iterator[Element]:
    """Yield who publishes the site, as `equipe.yml` tells; what is empty is left out."""
    address = team.report_email
    facts = described(
        [
            ("Équipe", [team.name]),
            ("Organisme gestionnaire", [team.carrier]),
            ("Territoire", [team.territory]),
            ("Écrire à l’équipe", [link(f"mailto:{address}", address)] if address else []),
        ]
    )
    if facts is not None:
        yield facts


def who(contact: Contact) -> Iterator[Child]:
    """Yield the role of a contact, and a name if there is one."""
    yield element("strong", None, contact.role)
    if contact.name:
        yield f", {contact.name}"


def ways(contact: Contact) -> Iterator[Child]:
    """Yield how to reach a contact: the telephone, then the address."""
    if PHONE.fullmatch(contact.phone):
        yield link(f"tel:{NOT_DIALLED.sub('', contact.phone)}", contact.phone)
    elif contact.phone:
        yield contact.phone
    if contact.email:
        yield link(f"mailto:{contact.email}", contact.email)


def contacts(team: Team) -> Iterator[Element]:
    """Yield the contacts of `equipe.yml` as a table to print; nothing if there is none.

    What is still to be filled in there stays empty, to be written by hand. The last column is
    there if a contact says when to call.
    """
    if not team.contacts:
        return
    noted = any(contact.note for contact in team.contacts)
    heads = ("Qui", "Téléphone, courriel", *(["Quand l’appeler"] * noted))
    head = element("tr", None, *(element("th", {"scope": "col"}, text) for text in heads))
    rows = (_row(contact, noted=noted) for contact in team.contacts)
    yield element("h2", {"id": "nos_contacts"}, "Nos contacts")
    yield table(heads, element("thead", None, head), element("tbody", None, *rows))


def _row(contact: Contact, *, noted: bool) -> Element:
    first, *others = [way for way in ways(contact) if not _unfinished(way)] or [""]
    lines = (child for way in others for child in (element("br"), way))
    return element(
        "tr",
        None,
        element("th", {"scope": "row"}, *who(contact)),
        element("td", None, first, *lines),
        *([element("td", None, contact.note)] if noted else []),
    )


def _unfinished(way: Child) -> bool:
    return isinstance(way, str) and UNFINISHED in way.casefold()
