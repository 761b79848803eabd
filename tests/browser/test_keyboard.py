"""The walk with the Tab key finds what it is there to find."""

import pytest
from tests.browser.conftest import Visitor
from tests.browser.keyboard import walk

PAGES = {
    "all is well": (
        "<input type=date><input type=radio name=r><input type=radio name=r><button>a</button>",
        [],
    ),
    "a key is eaten": ("<button onkeydown='event.preventDefault()'>a</button>", ["trapped"]),
    "the last two lead to each other": (
        "<button id=x>a</button><button onkeydown='x.focus(); event.preventDefault()'>b</button>",
        ["trapped"],
    ),
    "the focus is thrown away": (
        "<button onfocus='this.blur()'>a</button><button>b</button>",
        ["never reached", "never reached"],
    ),
    "a button is skipped": ("<button tabindex=-1>a</button>", ["never reached"]),
    "something lies over it": (
        "<a href=#>a</a><div style='position:fixed;inset:0;background:white'></div>",
        ["focus hidden", "focus hidden"],
    ),
    "it is out of the window": (
        "<a href=# style='position:fixed;left:-99px'>a</a>",
        ["focus hidden"],
    ),
    "only a mouse would do": (
        "<div onclick='alert()' style='cursor:pointer'>a</div>",
        ["for the mouse only"],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_wrong_is_told(visit: Visitor, name: str) -> None:
    text, faults = PAGES[name]
    here = visit()
    here.page.set_content(f"<!doctype html><a href=#>first</a>{text}")
    assert [fault.partition(":")[0] for fault in walk(here.page).faults] == faults
