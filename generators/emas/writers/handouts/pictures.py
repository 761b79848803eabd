"""The pictures of a module, as a look prints them."""

import re

from emas.model import Module
from emas.theme.contrast import luminance
from emas.writers.handouts.context import pictures
from emas.writers.handouts.look import MONO, Look


def picture_files(module: Module, look: Look) -> dict[str, bytes]:
    """Return the bytes of each picture, by the name it has beside the template.

    In black and white the colours of a drawing become greys as light as they are, so that they
    keep their contrasts; a photograph keeps its own, which a copier turns to grey.
    """
    return {
        file: in_greys(data) if look.palette == MONO and file.endswith(".svg") else data
        for name, file in pictures(module).items()
        for data in [module.media[name].data]
    }


def in_greys(svg: bytes) -> bytes:
    """Return a drawing with its hexadecimal colours turned to greys of the same luminance."""
    return re.sub(rb"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b", lambda found: _grey(found[1]), svg)


def _grey(digits: bytes) -> bytes:
    """Return `#RRGGBB`, a grey as light as the colour written with these digits.

    Source: IEC 61966-2-1 (sRGB), from linear light to a component.
    """
    colour = digits.decode()
    light = luminance("#" + (colour if len(colour) == 6 else "".join(2 * sign for sign in colour)))
    level = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(255 * level):02X}".encode() + 2 * f"{round(255 * level):02X}".encode()
