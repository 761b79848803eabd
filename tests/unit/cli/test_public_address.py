import pytest

from emas.cli.track.serve import public_address


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        ("https://suivi.exemple.fr", "https://suivi.exemple.fr"),
        ("https://Suivi.Exemple.fr:443/", "https://suivi.exemple.fr"),
        ("https://suivi.exemple.fr:8443", "https://suivi.exemple.fr:8443"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
    ],
)
def test_an_address_is_written_as_browsers_say_an_origin(said: str, origin: str) -> None:
    assert public_address(said) == origin
