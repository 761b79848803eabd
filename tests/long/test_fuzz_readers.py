"""Damaged files, and files made to hurt: never an exception, never a long wait."""

import random
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adversarial import markdown_bombs, yaml_bombs
from tests.good_french import faults_of
from tests.unit.readers.samples import PATH, read
from tests.unit.readers.test_nothing_is_lost import DOCUMENT, SOUP, lost, numbered

from emas.files import read_sources
from emas.pipeline import load_sources
from emas.readers.markdown import Read
from emas.readers.source import MAX_LINES, SourceFile
from emas.readers.sources import Sources
from emas.readers.yaml_tree import read_yaml

pytestmark = pytest.mark.long

ROUNDS = 400
LIMIT_S = 2.0
"""Processor time that one file may take."""

MARKDOWN = markdown_bombs(200_000)
YAML = yaml_bombs(200_000)


def within_the_limit(text: str) -> str:
    """Return as many lines of `text` as a file may have; with more, it is refused unread."""
    return "\n".join(text.split("\n")[:MAX_LINES])


def flipped(rng: random.Random, data: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def without_lines(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    start = rng.randrange(len(lines))
    del lines[start : start + rng.randint(1, 5)]
    return b"\n".join(lines)


def with_lines_twice(rng: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    start, there = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[there:there] = lines[start : start + rng.randint(1, 5)]
    return b"\n".join(lines)


def with_signs(rng: random.Random, data: bytes) -> bytes:
    text = data.decode()
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(text))
        sign = rng.choice(
            "*_`[](){}<>|:#-!&\\\"'\t\n\r\u00a0\u202f\u2028\ufeff\u0301😀"
            + chr(rng.randrange(1, 0xD800))
        )
        text = text[:place] + sign + text[place + rng.randint(0, 1) :]
    return text.encode()


def cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


DAMAGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    flipped,
    without_lines,
    with_lines_twice,
    with_signs,
    cut,
)


def test_a_damaged_project_is_always_read(root: Path) -> None:
    real = read_sources(root)
    names = sorted(real.files)
    for seed in range(ROUNDS):
        rng = random.Random(seed)
        name = rng.choice(names)
        data = DAMAGES[seed % len(DAMAGES)](rng, real.files[name])
        started = time.process_time()
        found = load_sources(Sources({**real.files, name: data})).diagnostics
        assert time.process_time() - started < LIMIT_S, (seed, name)
        assert [fault for item in found for fault in faults_of(item)] == [], (seed, name)


def test_a_project_with_many_damages_is_always_read(root: Path) -> None:
    real = read_sources(root)
    for seed in range(ROUNDS // 4):
        rng = random.Random(seed)
        files: dict[PurePosixPath, bytes] = {
            name: rng.choice(DAMAGES)(rng, data) if rng.random() < 0.5 else data
            for name, data in real.files.items()
        }
        found = load_sources(Sources(files)).diagnostics
        assert [fault for item in found for fault in faults_of(item)] == [], seed


def test_a_real_text_of_200_kb_is_read_in_time(root: Path) -> None:
    step = (root / "modules" / "autisme" / "01-comprendre.md").read_text(encoding="utf-8")
    body = step.split("---\n", 2)[2]
    started = time.process_time()
    read(body * (200_000 // len(body)))
    assert time.process_time() - started < LIMIT_S


def _read(text: str) -> tuple[Read, float]:
    """Return what `text` gives, and the seconds of work that it took."""
    started = time.process_time()
    return read(text), time.process_time() - started


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_text_of_200_kb_made_to_hurt(name: str) -> None:
    text = within_the_limit(MARKDOWN[name])
    found, spent = _read(text)
    if spent >= LIMIT_S:  # a neighbour may be in the way, once
        found, spent = _read(text)
    assert spent < LIMIT_S
    assert [fault for item in found.diagnostics[:1000] for fault in faults_of(item)] == []


@pytest.mark.parametrize("name", YAML)
def test_a_yaml_of_200_kb_made_to_hurt(name: str) -> None:
    started = time.process_time()
    _, found = read_yaml(SourceFile(PATH, within_the_limit(YAML[name])))
    assert time.process_time() - started < LIMIT_S
    assert [fault for item in found[:1000] for fault in faults_of(item)] == []


@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(DOCUMENT, SOUP).map(numbered))
def test_nothing_is_lost_in_many_texts(text: str) -> None:
    assert lost(text) == set()


@settings(max_examples=3000, deadline=None)
@given(st.text(max_size=500).map(lambda text: text.replace("\r", "\n")))
def test_any_text_is_read(text: str) -> None:
    assert [fault for item in read(text).diagnostics for fault in faults_of(item)] == []
