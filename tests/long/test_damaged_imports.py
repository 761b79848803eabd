"""Ten thousand damaged files of other platforms: never an exception, never a long wait."""

import random
import time
from pathlib import Path, PurePosixPath

import pytest
from tests.exchanges import CORPUS, MOODLE
from tests.good_french import faults_of
from tests.long.test_fuzz_readers import DAMAGES
from tests.unit.readers.exchange.test_hostile import bombs
from tests.unit.readers.samples import VOCABULARY

from emas.readers.exchange import read_exchange
from emas.readers.exchange.questions import questions_of
from emas.readers.markdown import read_markdown
from emas.readers.source import SourceFile, decode
from emas.writers.source import question_source

pytestmark = pytest.mark.long

ROUNDS = 10_000
LIMIT_S = 2.0
"""Processor time that one file may take."""

PATH = PurePosixPath("modules/essai/questions.md")


def whole(data: bytes) -> None:
    """Import a file as the command does, up to what would be written."""
    drafts, found = read_exchange(data, PurePosixPath("essai"))
    result = questions_of(drafts)
    for item in (*found, *result.diagnostics):
        assert faults_of(item) == []
    texts = [question_source(question) for question in result.questions]
    source, _ = decode("\n\n".join(texts).encode("utf-8", "replace"), PATH)
    if source is not None:
        read_markdown(SourceFile(PATH, source.text), VOCABULARY, prefix="questions")


def test_ten_thousand_damaged_files_are_read(root: Path) -> None:
    golden = (root / "tests" / "golden" / "lms").glob("*.*")
    files = [path.read_bytes() for path in (*sorted(CORPUS.glob("*.gift")), *sorted(golden))]
    files += [MOODLE.read_bytes()] * len(files)
    for seed in range(ROUNDS):
        rng = random.Random(seed)
        data = rng.choice(files)
        for _ in range(rng.randint(1, 3)):
            if data:
                data = damaged(rng, data)
        started = time.process_time()
        whole(data)
        assert time.process_time() - started < LIMIT_S, seed


def damaged(rng: random.Random, data: bytes) -> bytes:
    damage = rng.choice(DAMAGES)
    try:
        return damage(rng, data)
    except UnicodeError:  # a damage of letters, on bytes that no longer are
        return data[: rng.randrange(len(data))]


@pytest.mark.parametrize("name", bombs(1))
def test_a_large_file_made_to_hurt_is_read_in_time(name: str) -> None:
    started = time.process_time()
    whole(bombs(1_900_000)[name].encode())
    assert time.process_time() - started < 20
