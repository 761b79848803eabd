"""RGAA 4.1, theme 5: tables."""

from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import Node, Templates, faults, total


@checks("5.6")
def test_columns_and_rows_have_their_headers(templates: Templates) -> None:
    assert total(templates, "article table") >= 1
    script = """rgaa.all("table").filter(table => {
      const columns = rgaa.all("thead th", table), rows = rgaa.all("tbody tr", table);
      return !columns.length || !rows.length || columns.some(cell => !cell.innerText.trim()) ||
        rows.some(row => row.cells.length !== columns.length ||
          row.cells[0].innerText.trim() && row.cells[0].localName !== "th" ||
          rgaa.all("th", row).length > 1);
    }).map(table => table.outerHTML.slice(0, 200))"""
    assert faults(templates, script) == {}


@checks("5.7")
def test_each_header_says_what_it_is_the_header_of(
    templates: Templates, trees: dict[str, list[Node]]
) -> None:
    script = """rgaa.all("table th").filter(cell =>
      cell.scope !== (cell.closest("thead") ? "col" : "row")).map(rgaa.told)"""
    assert faults(templates, script) == {}
    given = [(node.role, node.name) for node in trees["vignette"]]
    assert ("columnheader", "Niveau") in given
    assert ("rowheader", "Maternelle") in given


def test_no_table_is_for_the_layout_nor_has_cells_that_span(templates: Templates) -> None:
    odd = "table [colspan], table [rowspan], table table, table[role], table caption:empty"
    assert total(templates, odd) == 0
    assert total(templates, "table:not(:has(th))") == 0


def test_the_frame_of_a_table_has_a_name(templates: Templates) -> None:
    # A table that scrolls is reached by the Tab key: it must say what it is.
    script = """rgaa.all("table").filter(table =>
      !table.closest("[role=group][tabindex='0'][aria-label^=Tableau]")).map(rgaa.told)"""
    assert faults(templates, script) == {}
