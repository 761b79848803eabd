"""Which drawings are published."""

import pytest

from emas.readers.drawings import is_only_a_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def drawn(*parts: str, head: str = HEAD) -> bool:
    return is_only_a_drawing(f"{head}{''.join(parts)}</svg>".encode())


@pytest.mark.parametrize(
    "part",
    [
        '<path d="M1 1h8" style="fill:url(#a)"/>',
        "<use xlink:href='#a'/>",
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a { fill: url('#b'); color: red }</style><title>Script, set, on</title>",
        '<metadata><a:b xmlns:a="urn:inkscape" a:export="C:\\dessin.png"/></metadata>',
    ],
)
def test_what_draws_is_published(part: str) -> None:
    assert drawn(part)


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
        '<b xmlns="http://www.w3.org/1999/xhtml" />',
        "<foreignObject/>",
        "<path\nonmouseover='alert(1)'/>",
        '<path ONCLICK="alert(1)"/>',
        '<a href="java&#115;cript:alert(1)"/>',
        '<a xlink:href=" https://emas.example/"/>',
        "<image href='//emas.example/a.png'/>",
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        "<use href='autre.svg#a'/>",
        "<style>@import 'https://emas.example/a.css'</style>",
        "<style>a { fill: <![CDATA[URL( https://emas.example/a)]]> }</style>",
        "<style>a { fill: u\\72l(https://emas.example/a) }</style>",
        '<path fill="url(https://emas.example/a)"/>',
        "<style>@keyframes a { to { opacity: 0 } }</style>",
        '<animate attributeName="x" dur="1s" repeatCount="indefinite"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<?xml-stylesheet href="https://emas.example/a.css"?>',
    ],
)
def test_what_runs_moves_or_asks_elsewhere_is_not(part: str) -> None:
    assert not drawn(part)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<svg><path/></svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><title>é</title></svg>".encode("latin-1"),
        b"<!DOCTYPE svg [<!ENTITY a '&#60;script/>'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_what_is_no_drawing_is_not(data: bytes) -> None:
    assert not is_only_a_drawing(data)
