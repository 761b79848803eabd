from io import BytesIO
from zipfile import ZipFile

from emas.writers.package import reproducible


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, f"contenu de {name}")
    return out.getvalue()


def test_the_order_and_the_time_of_writing_do_not_show() -> None:
    one = zipped("ppt/b.xml", "[Content_Types].xml", "a.xml")
    two = zipped("a.xml", "[Content_Types].xml", "ppt/b.xml")
    assert reproducible(one) == reproducible(two)


def test_types_come_first_and_contents_do_not_change() -> None:
    with ZipFile(BytesIO(reproducible(zipped("a.xml", "[Content_Types].xml")))) as package:
        assert package.namelist() == ["[Content_Types].xml", "a.xml"]
        assert package.read("a.xml") == b"contenu de a.xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_doing_it_twice_changes_nothing_more() -> None:
    once = reproducible(zipped("b.xml", "a.xml"))
    assert reproducible(once) == once
