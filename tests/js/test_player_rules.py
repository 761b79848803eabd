"""Python and the player give the same scores, and draw the same questions."""

import json
import random
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.js.player import called, drawn, scores

from emas.model.codes import ALPHABET, new_codes, read_code, shown_code
from emas.model.drawing import draw
from emas.model.interaction import written
from emas.model.task import Kind

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "scores.json").read_text(encoding="utf-8")
)


def test_the_player_gives_the_scores_of_the_rule() -> None:
    pairs = [(case["key"], answer) for case in CASES for answer, _ in case["answers"]]
    expected = [found for case in CASES for _, found in case["answers"]]
    for pair, given, wanted in zip(pairs, scores(pairs), expected, strict=True):
        assert given == (wanted if wanted is None else pytest.approx(wanted, abs=1e-12)), pair


def test_the_player_draws_what_paper_asks() -> None:
    dice = random.Random("tirage")
    objectives = ["situer", "décrire", "aménager"]
    draws = [
        (
            {f"q{number:02}": dice.choice(objectives) for number in range(dice.randint(1, 20))},
            objectives,
            dice.randint(1, 8),
            dice.randint(1, 3),
            f"séance-{seed}",
        )
        for seed in range(200)
    ]
    assert drawn(draws) == [draw(*arguments) for arguments in draws]


def test_the_page_reads_the_codes_of_paper_and_sees_the_same_slips() -> None:
    dice = random.Random("codes")
    codes = list(islice(new_codes(), 100))
    texts = ["", "K7FMXR", "K7FM-XR4É", "ſ" * 7, "k7f\u00a0mxr\u202f4", "K7FMXR4\n", "٣479BCD"]
    for code in codes:
        place, sign = dice.randrange(len(code)), dice.choice(ALPHABET)
        slip = code[:place] + sign + code[place + 1 :]
        texts += [code, code.lower(), f" {shown_code(code)} ", slip, code[1:] + code[0], code[:-1]]
    read = [read_code(text) for text in texts]
    assert called("readCode", [[text] for text in texts]) == [code or "" for code in read]
    assert called("shownCode", [[code] for code in codes]) == [shown_code(code) for code in codes]
    assert 300 < sum(code is not None for code in read) < len(texts)


def test_a_code_made_by_the_page_is_a_code_of_ours_and_all_signs_serve() -> None:
    made = called("newCode", [[]] * 300)
    assert [read_code(code) for code in made] == made
    assert len(set(made)) == len(made)
    assert set("".join(code[:-1] for code in made)) == set(ALPHABET)


def test_what_the_page_keeps_as_texts_is_given_in_the_shapes_of_the_rule() -> None:
    pairs = [(case["key"], answer) for case in CASES for answer, _ in case["answers"]]
    pairs += [({"kind": "echelle", "count": 5}, 3), ({"kind": "ouverte"}, "Un texte.")]
    kept = [
        [key, ["" if item is None else str(item) for item in given]]
        for key, answer in pairs
        for given in [answer if isinstance(answer, list) else [answer]]
    ]
    assert called("response", kept) == [answer for _, answer in pairs]


def test_the_page_writes_answers_in_xapi_as_the_rule_does() -> None:
    pairs = [(case["key"], answer) for case in CASES for answer, _ in case["answers"]]
    pairs += [({"kind": "association", "count": 2}, [1, None]), ({"kind": "multiple"}, [])]
    pairs += [({"kind": kind, "count": 5}, 3) for kind in ("echelle", "position")]
    pairs += [({"kind": "ouverte"}, "Un texte.")]
    assert set(Kind) == {Kind(asked["kind"]) for asked, _ in pairs}
    assert called("written", pairs) == [written(*pair) for pair in pairs]


def test_ids_are_random_uuids() -> None:
    made = called("uuid", [[]] * 200)
    assert len(set(made)) == len(made)
    for text in made:
        assert (str(UUID(text)), UUID(text).version) == (text, 4)


def test_the_file_of_answers_is_the_one_of_the_format() -> None:
    given = {"code": "K7FMXR4", "numero": 1, "reponses": {"aut-q05@9b01d3c4": [2, None, 0]}}
    (file, again) = called("answerFile", [["aut-2027-01", "acquis", given]] * 2)
    assert file == again
    assert file["name"] == "reponses-aut-2027-01-acquis-K7FMXR4.json"
    assert json.loads(file["text"]) == {
        "format": "emas-reponses-1",
        "session": "aut-2027-01",
        "moment": "acquis",
        **given,
    }
