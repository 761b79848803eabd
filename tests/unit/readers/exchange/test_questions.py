"""From drafts to our questions: each difference of meaning, and each refusal, is told."""

import pytest
from tests.exchanges import imported, one, question_of, sources_of

from emas.model import Kind


def answers(*rows: tuple[str, str], single: str = "true") -> str:
    """Return the answers of a choice, each with its share of the points."""
    made = "".join(
        f"<answer fraction='{worth}' format='html'><text>{text}</text></answer>"
        for text, worth in rows
    )
    return f"<single>{single}</single>{made}"


def pairs(*rows: tuple[str, str], tag: str = "") -> str:
    made = "".join(
        f"<subquestion format='html'><text>{left}</text><answer><text>{right}</text></answer>"
        "</subquestion>"
        for left, right in rows
    )
    return f"{made}<tags><tag><text>{tag}</text></tag></tags>"


CHANGED = {
    "plusieurs bonnes réponses, une seule à donner": (
        "Qui ?{=Elle =Lui ~Eux}",
        "une seule de ses bonnes réponses suffisait ; ici, il faut toutes les cocher",
    ),
    "aucune réponse ne vaut tout": (
        one("multichoice", answers(("a", "50"), ("b", "0"))),
        "sa meilleure réponse ne valait pas tous les points",
    ),
    "une réponse à moitié juste": (
        "Qui ?{=Elle ~%50%Lui}",
        "« Lui » valait une partie des points ; ici, c’est une réponse fausse",
    ),
    "des erreurs qui ne coûtent rien": (
        "Qui ?{~%50%a ~%50%b ~c}",
        "ses points étaient partagés autrement ; ici, chaque bonne réponse compte autant, et"
        " chaque mauvaise retire autant",
    ),
    "un mot à moitié juste": (
        "Qui ?{=%100%Elle =%50%Lui}",
        "« Lui » valait une partie des points ; ici, ce n’est pas accepté",
    ),
    "une étoile": (
        "Qui ?{=El*}",
        "dans « El* », l’étoile valait n’importe quelles lettres",
    ),
    "des trous stricts et d’autres non": (
        one("cloze", "", "{1:SA:=a} {1:SAC:=b}"),
        "ses trous tenaient compte ou non des majuscules ; ici, d’aucune",
    ),
    "deux nombres": (
        "Combien ?{#=1 =2}",
        "elle acceptait plusieurs nombres ; ici, le premier seulement",
    ),
    "un nombre approché": (
        "Combien ?{#=1 =%50%1:1}",
        "une réponse approchée valait une partie des points ; ici, aucun",
    ),
    "une unité avec un chiffre": (
        one(
            "numerical",
            "<answer fraction='100'><text>1</text></answer>"
            "<units><unit><multiplier>1</multiplier><unit_name>m2</unit_name></unit></units>",
        ),
        "son unité « m2 » contient un chiffre et n’est pas reprise",
    ),
    "une réponse qui ne va avec rien": (
        one("matching", pairs(("a", "1"), ("b", "2"), ("", "3"))),
        "les réponses qui ne vont avec rien ne sont pas reprises, « 3 »",
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_difference_of_meaning_is_told(name: str) -> None:
    text, cause = CHANGED[name]
    found = imported(text)
    assert len(found.questions) == 1
    assert [(str(item.code), item.values["cause"]) for item in found.diagnostics] == [
        ("IMP003", cause)
    ]


LONG = "a" * 20_001
SCALE = "<tags><tag><text>genre:echelle</text></tag></tags>"
REFUSED = {
    "une seule réponse": ("Qui ?{~a}", "elle n’a pas deux réponses"),
    "trop de réponses": ("Qui ?{" + "~a" * 501 + "}", "elle a plus de 500 réponses"),
    "un texte sans fin": (f"{LONG}{{T}}", "un de ses textes a plus de 20000 lettres"),
    "une paire": (one("matching", pairs(("a", "1"))), "elle n’a pas deux paires"),
    "la même réponse partout": (
        one("matching", pairs(("a", "1"), ("b", "1"))),
        "toutes ses paires ont la même réponse",
    ),
    "un élément à ranger": (
        one("ordering", "<answer fraction='1'><text>a</text></answer>"),
        "elle n’a pas deux éléments à ranger",
    ),
    "un point d’échelle": (
        one("multichoice", answers(("a", "100")) + SCALE),
        "une échelle a de deux à sept points",
    ),
    "une barre dans l’échelle": (
        one("multichoice", answers(("a|b", "100"), ("c", "100")) + SCALE),
        "un point de son échelle contient « | » ou « … »",
    ),
    "rien à compléter": (one("cloze", "", "Bonjour"), "elle n’a rien à compléter"),
    "aucune bonne réponse": ("Qui ?{=%0%a}", "un de ses trous n’a pas de bonne réponse"),
    "un crochet": ("Qui ?{=a]b}", "nous ne pouvons pas écrire « a]b » dans un trou"),
    "un trou dans du code": (
        one("cloze", "", "<code>{1:SA:=a}</code>"),
        "un de ses trous est dans une image, un lien ou du code",
    ),
    "aucun nombre juste": ("Combien ?{#=%0%1}", "elle n’a pas de bonne réponse"),
    "trop de chiffres": (
        "Combien ?{#1e30}",
        "nous ne pouvons pas écrire un nombre de tant de chiffres",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_question_without_equivalent_is_told(name: str) -> None:
    text, cause = REFUSED[name]
    found = imported(text)
    assert found.questions == []
    assert [(str(item.code), item.values["cause"]) for item in found.diagnostics] == [
        ("IMP002", cause)
    ]


def test_categories_of_our_export_may_be_all_different() -> None:
    tagged = one("matching", pairs(("a", "1"), ("b", "2"), tag="genre:categories"))
    assert question_of(tagged).kind is Kind.CATEGORIES


def test_what_is_longer_than_a_line_is_put_on_one() -> None:
    left = "&lt;p&gt;a&lt;br&gt;b&lt;/p&gt;&lt;pre&gt;c|d&lt;/pre&gt;"
    text = one("matching", pairs((left, "1"), ("e", "2")))
    assert "| a b `c\\|d` | 1 |" in sources_of(text)[0]
    assert [item.values["quoi"] for item in imported(text).diagnostics] == [
        "un texte de plusieurs lignes, mis sur une seule"
    ]


def test_a_quotation_before_the_answers_is_no_remark() -> None:
    (source,) = sources_of(one("truefalse", TRUE, "a<blockquote>b</blockquote>"))
    assert source.startswith("::: question vrai-faux {#}\na\n\nb\n\n- [x] Vrai")


TRUE = (
    "<answer fraction='100'><text>true</text></answer>"
    "<answer fraction='0'><text>false</text></answer>"
)


def test_a_remark_that_is_no_paragraph_comes_under_its_answer() -> None:
    (source,) = sources_of("[html]Qui ?{=Elle#<ul><li>a</li></ul>}")
    assert source.endswith("> « Elle » :\n>\n> - a\n:::")


def test_sentences_of_our_export_are_left_to_authors_elsewhere() -> None:
    statement = "<p>a</p><p>À gauche \\: b ; à droite \\: c.</p>"
    text = f"[html]{statement}{{=d ~e####<p><b>Un exemple</b></p><p>f</p>}}"
    (source,) = sources_of(text)
    assert "À gauche : b ; à droite : c." in source
    assert "> **Un exemple**" in source
