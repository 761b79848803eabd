from pathlib import Path

from emas.theme import locate


def test_in_a_checkout_the_theme_is_beside_the_source_root() -> None:
    assert locate() == Path(__file__).parents[3] / "themes" / "emas"


def test_in_a_wheel_the_theme_is_inside_the_package(tmp_path: Path) -> None:
    inside = tmp_path / "site-packages" / "emas" / "_themes" / "emas"
    inside.mkdir(parents=True)
    assert locate(tmp_path / "site-packages" / "emas") == inside
