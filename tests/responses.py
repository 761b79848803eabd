"""Random keys of questions, and random answers to them."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from emas.model import Key, Kind, Response

LETTERS = st.text(alphabet="aàéèœsSxX '’-\u00a0ÀÉTn", max_size=12)
DECIMALS = st.decimals(
    Decimal(-9999), Decimal(9999), places=3, allow_nan=False, allow_infinity=False
)


@st.composite
def keys(draw: st.DrawFn) -> Key:
    """Return the key of a question of any kind."""
    kind = draw(st.sampled_from(list(Kind)))
    count = draw(st.integers(2, 6))
    numbers = st.integers(0, count - 1)
    match kind:
        case Kind.SINGLE | Kind.TRUE_FALSE:
            return {"kind": kind.value, "count": count, "right": [draw(numbers)]}
        case Kind.MULTIPLE:
            right = sorted(draw(st.sets(numbers, min_size=1)))
            return {"kind": kind.value, "count": count, "right": right}
        case Kind.CATEGORIES:
            right = draw(st.lists(numbers, min_size=2, max_size=8))
            return {"kind": kind.value, "count": count, "right": right}
        case Kind.GAPS:
            accepted = st.lists(LETTERS, min_size=1, max_size=3)
            words = draw(st.lists(accepted, min_size=1, max_size=4))
            return {"kind": kind.value, "words": words, "strict": draw(st.booleans())}
        case Kind.NUMBER:
            return {
                "kind": kind.value,
                "value": f"{draw(DECIMALS):f}",
                "tolerance": f"{abs(draw(DECIMALS)):f}",
                "unit": draw(st.sampled_from(["", "%", "min", "élèves"])),
            }
        case Kind.OPEN:
            return {"kind": kind.value}
        case _:
            return {"kind": kind.value, "count": count}


def responses(key: Key) -> SearchStrategy[Response]:
    """Return answers to the question of `key`: near the right one as often as far from it."""
    count = key.get("count", 0)
    numbers = st.integers(0, max(count - 1, 0))
    match Kind(key["kind"]):
        case Kind.SINGLE | Kind.TRUE_FALSE | Kind.MULTIPLE:
            return st.lists(numbers, unique=True, max_size=count)
        case Kind.ORDER:
            return st.permutations(range(count)).map(list)
        case Kind.MATCHING:
            return st.lists(st.none() | numbers, min_size=count, max_size=count)
        case Kind.CATEGORIES:
            size = len(key["right"])
            return st.lists(st.none() | numbers, min_size=size, max_size=size)
        case Kind.GAPS:
            return st.tuples(
                *(LETTERS | st.sampled_from(words).map(str.upper) for words in key["words"])
            ).map(list)
        case Kind.NUMBER:
            value, tolerance = Decimal(key["value"]), Decimal(key["tolerance"])
            near = st.sampled_from([value, value + tolerance, value - tolerance - Decimal("0.001")])
            written = (near | DECIMALS).map(lambda found: f"{found:f}".replace(".", ","))
            return written | written.map(lambda text: f"{text} {key['unit']}") | LETTERS
        case Kind.SCALE | Kind.POSITION:
            return numbers
        case _:
            return LETTERS
