"""What is kept of Material's style sheets."""

import pytest

from emas.adapters.material_css import is_used, material_css, trimmed

RULES: dict[str, tuple[str, str]] = {
    "an element": ("a{color:red}", "a{color:red}"),
    "a part that we use": (".md-nav__link--active a{b:c}", ".md-nav__link--active a{b:c}"),
    "a part that we do not": (".md-search__icon{b:c}", ""),
    "both": (".md-grid,.md-tabs,.md-main .md-select{b:c}", ".md-grid{b:c}"),
    "a part that must be absent": ("a:not(.md-tabs){b:c}", "a:not(.md-tabs){b:c}"),
    "a comma inside": ("a:is(b,i),.md-tabs{b:c}", "a:is(b,i){b:c}"),
    "a page from right to left": ("[dir=rtl] a,[dir=ltr] a{b:c}", "[dir=ltr] a{b:c}"),
    "another colour": ("[data-md-color-primary=red]{b:c}", ""),
    "a condition": ("@media print{.md-tabs{b:c}.md-nav{d:e}}", "@media print{.md-nav{d:e}}"),
    "a condition for nothing": ("@supports (a:b){@media print{.md-tabs{b:c}}}", ""),
    "an animation": ("@keyframes a{0%{b:c}to{b:d}}", "@keyframes a{0%{b:c}to{b:d}}"),
    "braces in a text": ('a{content:"}"}.md-tabs{content:"{"}b{c:d}', 'a{content:"}"}b{c:d}'),
    "a header and a remark": ('@charset "UTF-8";a{b:c}/*# {map */i{b:c}', "a{b:c}i{b:c}"),
    "an icon that nothing shows": (':root{--a-icon:url("x;}");--b:c}', ":root{--b:c}"),
    "an icon that something shows": (
        ":root{--a-icon:url('x')}i{mask:var(--a-icon)}",
        ":root{--a-icon:url('x')}i{mask:var(--a-icon)}",
    ),
}


@pytest.mark.parametrize(("css", "expected"), RULES.values(), ids=RULES)
def test_what_nothing_asks_for_is_left_out(css: str, expected: str) -> None:
    assert trimmed(css) == expected


def test_less_than_half_is_left_and_it_is_whole() -> None:
    css = material_css()
    assert 20_000 < len(css) < 60_000
    assert css.count("{") == css.count("}")
    assert is_used(".md-typeset h2")
    assert ".md-typeset h2{" in css
