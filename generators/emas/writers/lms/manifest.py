"""`imsmanifest.xml`, where a platform reads what a package is: one module, one page to launch.

Source: SCORM 1.2, The SCORM Content Aggregation Model, 2.3.2 and 2.4; IMS Content Packaging 1.1.2;
IMS Learning Resource Meta-data 1.2.1.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from lxml import etree

from emas.model import Module
from emas.writers.site import credit, credited

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMESPACES = {None: IMSCP, "adlcp": ADLCP, "imsmd": IMSMD}

NAME = PurePosixPath("imsmanifest.xml")
"""Where platforms look for it: at the root of the package."""
LANGUAGE = "fr"


def manifest(module: Module, launch: str, files: Iterable[PurePosixPath]) -> bytes:
    """Return the manifest of `module`, whose only page to launch is `launch`, one of `files`."""
    listed = (_element("file", href=quote(path)) for path in sorted(map(str, files)))
    resource = _element("resource", *listed, identifier="RES-1", type="webcontent", href=launch)
    resource.set(f"{{{ADLCP}}}scormtype", "sco")
    item = _element(
        "item",
        _element("title", module.title),
        identifier="ITEM-1",
        identifierref="RES-1",
        isvisible="true",
    )
    organization = _element(
        "organization", _element("title", module.title), item, identifier="ORG-1"
    )
    root = _element(
        "manifest",
        _element(
            "metadata",
            _element("schema", "ADL SCORM"),
            _element("schemaversion", "1.2"),
            _lom(module),
        ),
        _element("organizations", organization, default="ORG-1"),
        _element("resources", resource),
        identifier=f"EMAS-{module.id}",
        version=module.version[:20],
    )
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return xml


def _element(tag: str, *children: etree._Element | str, **attributes: str) -> etree._Element:
    return _made(IMSCP, tag, children, attributes)


def _meta(tag: str, *children: etree._Element | str) -> etree._Element:
    return _made(IMSMD, tag, children, {})


def _made(
    namespace: str,
    tag: str,
    children: Iterable[etree._Element | str],
    attributes: Mapping[str, str],
) -> etree._Element:
    made = etree.Element(f"{{{namespace}}}{tag}", attributes, nsmap=NAMESPACES)
    for child in children:
        if isinstance(child, str):
            made.text = child
        else:
            made.append(child)
    return made


def _lom(module: Module) -> etree._Element:
    """Return what the module is, and under which licence, as learning object metadata."""
    rights = [f"Licence {module.licence}.", *(f"{credit(media)}." for media in credited(module))]
    return _meta(
        "lom",
        _meta(
            "general",
            _meta("title", _said(module.title)),
            _meta("language", LANGUAGE),
            _meta("description", _said(module.summary)),
        ),
        _meta("lifecycle", _meta("version", _said(module.version))),
        _meta("technical", _meta("format", "text/html")),
        _meta(
            "rights",
            _meta("cost", *_word("no")),
            _meta("copyrightandotherrestrictions", *_word("yes")),
            _meta("description", _said(" ".join(rights))),
        ),
    )


def _said(text: str, language: str = LANGUAGE) -> etree._Element:
    made = _meta("langstring", text)
    made.set(XML_LANG, language)
    return made


def _word(word: str) -> tuple[etree._Element, etree._Element]:
    """Return a word of the vocabulary of LOM, after its source."""
    source, value = _said("LOMv1.0", "x-none"), _said(word, "x-none")
    return _meta("source", source), _meta("value", value)
