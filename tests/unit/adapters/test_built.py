"""Files to take away."""

from pathlib import Path

from emas.adapters.built import built_files


def test_a_preview_before_any_build_has_none(tmp_path: Path) -> None:
    assert built_files(tmp_path, "autisme") == {}


def test_decks_and_booklets_that_were_made_of_the_module_only(tmp_path: Path) -> None:
    for name in (
        "diapos/autisme.pptx",
        "diapos/autisme--aesh.pptx",
        "diapos/autisme.html",
        "diapos/autisme-2.html",
        "diapos/autisme-2.pptx",
        "livrets/autisme/fiche-programme.txt",
        "livrets/autisme/livret.pdf",
        "livrets/tnd/livret.pdf",
        "diapos/autisme (modifié).html",
        "diapos/autisme (modifié).pptx",
        "livrets/autisme/livret (modifié 2).pdf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"octets")
    found = built_files(tmp_path, "autisme")
    assert {(item.name, item.size): path.parent.name for item, path in found.items()} == {
        ("autisme.html", 6): "diapos",
        ("autisme.pptx", 6): "diapos",
        ("autisme--aesh.pptx", 6): "diapos",
        ("fiche-programme.txt", 6): "autisme",
        ("livret.pdf", 6): "autisme",
    }
