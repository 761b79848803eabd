"""The templates of Material that ours replace: an upgrade must make us look at them again."""

from hashlib import sha256
from importlib.resources import files

import pytest

TEMPLATES = files("material") / "templates"
SEEN = {
    "partials/javascripts/base.html": (
        "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6"
    ),
    "partials/javascripts/content.html": (
        "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf"
    ),
    "partials/footer.html": ("50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894"),
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "partials/top.html": "98f6f9ac2ebf6ef943b62c0b0781a373cc03ca7e0959cfc60d9c3c7060157227",
    "partials/javascripts/palette.html": (
        "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5"
    ),
}
"""The originals as they were when we wrote ours."""


@pytest.mark.parametrize("name", SEEN)
def test_the_original_has_not_changed(name: str) -> None:
    found = sha256((TEMPLATES / name).read_bytes()).hexdigest()
    assert found == SEEN[name], f"compare our {name} with the new one, then write {found} here"
