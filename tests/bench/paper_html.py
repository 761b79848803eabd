"""The booklet as a page for WeasyPrint: the same words, in boxes, tables and notes alike."""

from html import escape
from typing import Any

from emas.theme import Theme

TAGS = {"emphasis": "em", "strong": "strong", "strike": "s", "code": "code", "text": "span"}
PARTS = ("tomorrow", "steps", "cases", "answers", "terms", "sources", "credits", "whom", "contacts")


def page(data: dict[str, Any], look: Theme) -> str:
    """Return the data of a booklet as a page with our fonts, numbered pages and live links."""
    fonts = "".join(
        f"@font-face{{font-family:texte;src:url({(look.fonts_folder / file.path).as_uri()});"
        f"font-weight:{file.weight};font-style:{'italic' if file.italic else 'normal'}}}"
        for file in look.paper.fonts[0].files
        if file.path.suffix == ".ttf"
    )
    style = f"""{fonts}
    @page {{ size: A4; margin: 2cm; @bottom-left {{ content: "{data["footer"]}"; font-size: 9pt }}
      @bottom-right {{ content: "page " counter(page) " / " counter(pages); font-size: 9pt }} }}
    body {{ font: 11pt/1.45 texte; }} table {{ border-collapse: collapse }}
    td, th {{ border: 1px solid #777; padding: .5em }} h1, h2, h3 {{ break-after: avoid }}
    aside {{ border: 1px solid #333; border-left-width: 3pt; padding: .8em; margin: 1.3em 0;
      background: #eee; break-inside: avoid }}
    .note {{ float: footnote; font-size: .85em }}
    .page::after {{ content: target-counter(attr(href), page) }} img {{ width: 80% }}"""
    contents = "".join(
        f'<li><a class="page" href="#p{rank}">{escape(str(part))}</a></li>'
        for rank, part in enumerate(PARTS)
    )
    body = "".join(
        f'<h1 id="p{rank}">{part}</h1>{_part(data[part], data["notes"])}'
        for rank, part in enumerate(PARTS)
    )
    return (
        f'<html lang="fr"><head><title>{escape(data["named"])}</title><style>{style}</style></head>'
        f"<body><p>{escape(data['title'])}</p><ul>{contents}</ul>{body}</body></html>"
    )


def _part(value: Any, notes: dict[str, Any]) -> str:
    if isinstance(value, list):
        return "".join(_part(item, notes) for item in value)
    if isinstance(value, str):
        return f"<p>{escape(value)}</p>" if " " in value else ""
    return _node(value, notes) if isinstance(value, dict) else ""


def _node(node: dict[str, Any], notes: dict[str, Any]) -> str:
    """Return one node of the booklet's data as HTML of the same shape."""
    inside = _part(node.get("blocks", []), notes)
    words = _part(node.get("children", []), notes) if "children" in node else ""
    match node.get("type", ""):
        case "text" | "code":
            return f"<{TAGS[node['type']]}>{escape(node['text'])}</{TAGS[node['type']]}>"
        case "emphasis" | "strong" | "strike":
            return f"<{TAGS[node['type']]}>{words}</{TAGS[node['type']]}>"
        case "citation":
            return f'<a class="page" href="#p5">[{node["number"]}]</a>'
        case "note":
            return f'<span class="note">{_part(notes.get(node["note"], []), {})}</span>'
        case "link" | "reference" | "term" | "address":
            return f'<a href="#p4">{words}</a>'
        case "paragraph":
            return f"<p>{words}</p>"
        case "heading":
            return f"<h{node['level']}>{words}</h{node['level']}>"
        case "list":
            items = "".join(f"<li>{_part(item['blocks'], notes)}</li>" for item in node["items"])
            return f"<ul>{items}</ul>"
        case "table":
            rows = [
                "".join(f"<{cell}>{_part(words, notes)}</{cell}>" for words in row)
                for cell, row in (("th", node["header"]), *(("td", row) for row in node["rows"]))
            ]
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case "figure":
            return f'<figure><img src="{node["file"]}" alt="{escape(node["alt"])}"></figure>'
        case "":
            return "".join(_part(value, notes) for value in node.values())
        case _:
            rest = (value for key, value in node.items() if key not in ("blocks", "type"))
            return f"<aside>{''.join(_part(value, notes) for value in rest)}{inside}</aside>"
