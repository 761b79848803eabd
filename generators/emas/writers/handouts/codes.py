"""QR codes: an address that a phone reads from paper."""

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO

import segno

from emas.document import Blocks, Video, walk
from emas.model import Edition

WEB = ("https://", "http://")
QUIET = 4
"""White modules around a code, which readers need (ISO/IEC 18004, 6.3.8)."""


def module_address(edition: Edition) -> str:
    """Return the address of the module on the site of its team, or nothing without a site."""
    site = edition.team.site
    return f"{site.rstrip('/')}/modules/{edition.module.id}/index.html" if site else ""


def code_name(address: str) -> str:
    """Return the name of the picture that holds the code of `address`."""
    return f"qr-{sha256(address.encode()).hexdigest()[:12]}.svg"


def codes(edition: Edition, texts: Iterable[Blocks]) -> dict[str, bytes]:
    """Return the pictures of the codes that a handout shows: its module's, those of its films."""
    films = (
        node.source
        for text in texts
        for node in walk(text)
        if isinstance(node, Video) and node.source.startswith(WEB)
    )
    addresses = [address for address in (module_address(edition), *films) if address]
    return {code_name(address): qr_code(address) for address in addresses}


def qr_code(address: str) -> bytes:
    """Return a QR code as SVG; a quarter of it may be hidden (level Q) and it is still read."""
    out = BytesIO()
    segno.make_qr(address, error="q", boost_error=False).save(
        out, kind="svg", border=QUIET, xmldecl=False, light="white", nl=False
    )
    return out.getvalue()
