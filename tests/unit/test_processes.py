"""Jobs shared between processes give what they give here, in their order."""

import pickle
from contextlib import closing
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest
from tests.small import small_project

from emas import pipeline, processes, theme
from emas.adapters.refusal import SiteError
from emas.jobs import Job, Target
from emas.model import Variant
from emas.processes import GIGABYTE, how_many, make, results

pytestmark = pytest.mark.xdist_group("small")

HEAVY = processes.WORTH_A_PROCESS


@pytest.fixture(scope="module")
def jobs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Job]:
    """Three decks."""
    project = small_project(root, tmp_path_factory.mktemp("travaux") / "projet")
    catalogue, look = pipeline.load(project).catalogue, theme.read(project.theme)
    whole, aesh = Variant(), Variant(audience="aesh")
    asked = (("voisin", whole), ("essai", whole), ("voisin", aesh))
    return [
        Job(project, Target.SLIDES, catalogue, name, variant, look, HEAVY)
        for name, variant in asked
    ]


@pytest.mark.parametrize(
    ("weights", "cores", "memory", "expected"),
    [
        ((), 2, 4, 0),
        ((HEAVY // 2, HEAVY // 2, HEAVY // 2), 2, 4, 1),
        ((HEAVY, HEAVY), 2, 4, 2),
        ((HEAVY, HEAVY, HEAVY), 2, 4, 2),
        ((HEAVY,) * 20, 1, 16, 1),
        ((HEAVY,) * 20, 8, 1, 1),
        ((HEAVY,) * 20, 8, 3, 3),
        ((HEAVY,) * 20, 16, 64, processes.MOST_PROCESSES),
    ],
)
def test_processes_are_as_many_as_work_cores_and_memory_allow(
    weights: tuple[int, ...],
    cores: int,
    memory: int,
    expected: int,
    jobs: list[Job],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    monkeypatch.setattr(processes, "memory", lambda: memory * GIGABYTE)
    assert how_many([replace(jobs[0], weight=weight) for weight in weights]) == expected


def test_this_computer_has_a_core_and_some_memory() -> None:
    assert processes.cores() >= 1
    assert processes.memory() > GIGABYTE // 4


def test_processes_make_what_is_made_here_even_when_one_is_stopped(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(processes, "memory", lambda: 4 * GIGABYTE)
    expected = [make(job) for job in jobs]
    with closing(results(jobs)) as found:
        first = next(found)()
        assert len(active_children()) == 2
        for child in active_children():
            child.kill()
        assert [first, *(result() for result in found)] == expected
    assert active_children() == []


def test_what_mkdocs_refuses_crosses_processes() -> None:
    refused = SiteError("page absente")
    assert str(refused) == "MkDocs a refusé et dit « page absente »"
    assert str(pickle.loads(pickle.dumps(refused))) == str(refused)
