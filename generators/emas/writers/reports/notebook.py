"""The results of a session as a notebook: numbers that a coordinator may look at in other ways.

What leaves for the notebook is what `model/results.py` lets be said, and no free text: there is no
row a person, anywhere. It is executed and made a page by nbconvert (extra `rapport`), in a folder
of its own, without the settings of the computer.
"""

import json
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath
from pprint import pformat
from tempfile import TemporaryDirectory
from typing import Any

from emas.model.results import PartResult, Results
from emas.theme import Theme, css
from emas.writers.reports.page import STYLE
from emas.writers.reports.report import Part, Report
from emas.writers.written import Written

FOLDER = "resultats/carnet"
NAME, PAGE = "carnet.ipynb", "carnet.html"
DATA = "donnees"
"""The tag of the cell that holds the numbers."""
WAIT_S = 300

Data = dict[str, Any]


class NotebookError(Exception):
    """The notebook cannot be executed; the message is what nbconvert says last."""


def write(report: Report, found: Results, theme: Theme) -> Written:
    """Return `carnet.ipynb`, executed, and `carnet.html` of a session.

    Raises:
        NotebookError: if nbconvert fails.
    """
    template = theme.folder / FOLDER
    notebook = filled(json.loads((template / NAME).read_text("utf-8")), data_of(report, found))
    with TemporaryDirectory(prefix="emas-") as name:
        place = Path(name)
        _prepare(place, template, theme)
        (place / NAME).write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
        _convert(
            place, "notebook", "--execute", "--inplace", "--ExecutePreprocessor.record_timing=False"
        )
        _convert(place, "html", "--template=carnet", "--HTMLExporter.exclude_anchor_links=True")
        folder = PurePosixPath(report.session)
        return Written({folder / one: (place / one).read_bytes() for one in (NAME, PAGE)})


def data_of(report: Report, found: Results) -> Data:
    """Return what the notebook works on: what may be said of the session, and nothing else."""
    sheets = [[part.title, part.sheets] for part in report.parts]
    return {
        "session": report.session,
        "titre": report.title,
        "chapo": report.lead,
        "faits": [list(pair) for pair in report.facts],
        "participation": [*(list(pair) for pair in report.attendance), *sheets],
        "objectifs": [
            {
                "objectif": one.objective,
                "qui": one.learners,
                "avant": one.points[0],
                "apres": one.points[1],
                "sur": one.points[2],
            }
            for one in report.progress
            if not one.hidden
        ],
        "parties": [
            _part(said, part) for said, part in zip(report.parts, found.parts, strict=True)
        ],
        "lecture": list(report.reading),
    }


def _part(said: Part, part: PartResult) -> Data:
    questions = [
        {
            "numero": shown.number,
            "enonce": shown.statement,
            "reponses": result.respondents,
            "points": result.points,
            "propositions": [
                {"texte": line.label, "nombre": line.count, "juste": line.right}
                for line in shown.lines
            ],
        }
        for shown, result in zip(said.questions, part.questions, strict=True)
        if result.respondents is not None
    ]
    hidden = len(said.questions) - len(questions)
    return {"titre": said.title, "feuilles": said.sheets, "cachees": hidden, "questions": questions}


def filled(notebook: Data, data: Data) -> Data:
    """Return a notebook whose cell of data holds `data`, and which is named after it."""
    cells = [_filled(cell, data) for cell in notebook["cells"]]
    title = f"{data['titre']} – carnet d’analyse"
    return {**notebook, "cells": cells, "metadata": {**notebook["metadata"], "title": title}}


def _filled(cell: Data, data: Data) -> Data:
    if DATA not in cell["metadata"].get("tags", ()):
        return cell
    comment = "".join(cell["source"]).partition("\n")[0]
    written = pformat(data, width=100, sort_dicts=False)
    return {**cell, "source": f"{comment}\n{DATA} = {written}"}


def _prepare(place: Path, template: Path, theme: Theme) -> None:
    """Put the template of the page where nbconvert finds it, with the style of the theme."""
    style = css.plain_variables(theme) + (theme.folder / STYLE).read_text("utf-8")
    folder = place / "modeles" / "carnet"
    folder.mkdir(parents=True)
    page = (template / "index.html.j2").read_text("utf-8").replace("STYLE", style)
    (folder / "index.html.j2").write_text(page, encoding="utf-8")
    (folder / "conf.json").write_bytes((template / "conf.json").read_bytes())


def _convert(place: Path, form: str, *options: str) -> None:
    """Run nbconvert on the notebook of `place`, which holds all that it reads and writes.

    Raises:
        NotebookError: if it fails.
    """
    private = {
        "HOME": str(place),
        "IPYTHONDIR": str(place / "ipython"),
        "JUPYTER_CONFIG_DIR": str(place / "reglages"),
        "JUPYTER_DATA_DIR": str(place / "donnees"),
        "JUPYTER_RUNTIME_DIR": str(place / "marche"),
        "JUPYTER_NO_CONFIG": "1",
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "nbconvert", f"--to={form}", NAME, *options]
    command.append(f"--TemplateExporter.extra_template_basedirs={place / 'modeles'}")
    try:
        subprocess.run(
            command,
            cwd=place,
            env=os.environ | private,
            check=True,
            capture_output=True,
            text=True,
            timeout=WAIT_S,
        )
    except subprocess.CalledProcessError as error:
        said = str(error.stderr).strip().splitlines()
        raise NotebookError(said[-1] if said else str(error)) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotebookError(str(error)) from error
