"""Texts made to hurt a reader: deep, repetitive, or expensive to look through."""

from collections.abc import Mapping


def filled(piece: str, size: int) -> str:
    """Return `piece` again and again, up to `size` characters."""
    return piece * (size // len(piece))


def markdown_bombs(size: int) -> Mapping[str, str]:
    """Return texts of about `size` characters, each by the name of what it attacks."""
    half = size // 2
    deep_list = "".join(f"{'  ' * level}- a\n" for level in range(int(size**0.5)))
    return {
        "crochets ouverts": filled("[", size),
        "crochets fermés": filled("]", size),
        "liens ouverts": filled("[a](", size),
        "liens vides": filled("[]()", size),
        "images ouvertes": filled("![a](", size),
        "images dans des images": filled("![", half) + filled("](b)", half),
        "étoiles": filled("*", size),
        "étoiles et mots": filled("*a ", size),
        "étoiles mêlées": filled("*a **b ", size),
        "tirets bas": filled("_a ", size),
        "tildes": filled("~~a ", size),
        "marques dans des marques": filled("*a **a ", half) + filled(" a** a*", half),
        "accents graves": filled("`", size),
        "accents graves croissants": " ".join("`" * n for n in range(1, int((2 * size) ** 0.5))),
        "barres": filled("|", size),
        "lignes de tableau": "| a | b |\n|---|---|\n" + filled("| c | d |\n", size),
        "tableau large": filled("| a ", half) + "|\n" + filled("|---", half) + "|\n",
        "cellules vides": filled("a|", 200)
        + "\n"
        + filled("-|", 200)
        + filled("\na", size // 100)
        + filled("b", size),
        "lignes qui ressemblent à un tableau": filled("|---|---|\n", size),
        "deux-points": filled(":", size),
        "blocs ouverts": filled("::: retenir\n", size),
        "blocs inconnus": filled("::: bombe\n", size),
        "fermetures": filled(":::\n", size),
        "blocs dans des listes": filled("- ::: retenir\n", size),
        "blocs et titres": filled("- ::: retenir\n## a\n", size),
        "options": "::: activite A\n" + filled("duree : 10 min\n", size),
        "citations": filled("> ", size),
        "citations par ligne": filled("> > > > a\n", size),
        "liste profonde": deep_list,
        "listes en ligne": filled("- ", size),
        "listes numérotées": filled("1. ", size),
        "listes et citations": filled("- > ", size),
        "commentaires ouverts": filled("<!-- ", size),
        "commentaires par ligne": filled("<!-- a\n", size),
        "commentaires que suit du texte": filled("<!-- a\n", size) + "--> b",
        "commentaires dans le texte": filled("a <!-- ", size),
        "commentaires de lignes suivies": filled("<!-- a --> b\n", size),
        "chevrons": filled("<", size),
        "adresses ouvertes": filled("<https://a ", size),
        "esperluettes": filled("&", size),
        "entités": filled("&amp;", size),
        "barres obliques": filled("\\", size),
        "notes": filled("[^a]", size),
        "définitions de notes": filled("[^a]: b\n", size),
        "notes dans des notes": filled("[^a]: ", size),
        "définitions": filled("[a]: b\n", size),
        "définitions différentes": "".join(f"[a{n}]: b\n" for n in range(size // 10)),
        "définition sans fin": "[a]: <" + filled("b", size),
        "titre de lien sans fin": "[a](b '" + filled("c ", size),
        "renvois": "[a]: https://emas.example/" + filled("b", half) + "\n\n" + filled("[a] ", half),
        "citations de sources": filled("[@a, ", size),
        "titres": filled("## a\n", size),
        "titres différents": filled("## a b c\n", size),
        "titres soulignés": filled("a\n===\n", size),
        "clôtures": filled("```\n", size),
        "clôtures différentes": filled("```\n~~~\n", size),
        "code en retrait": filled("    a\n", size),
        "retraits": filled(" ", size) + "a",
        "tabulations": filled("\t", size) + "a",
        "longue ligne": filled("a ", size),
        "long mot": filled("a", size),
        "lignes vides": filled("\n", size) + "a",
        "lignes": filled("a\n", size),
        "espaces puis ligne": filled("a  \n", size),
        "questions": filled("::: question unique\na\n- [x] b\n- [ ] c\n:::\n", size),
        "réponses": "::: question unique\na\n" + filled("- [x] b\n  > c\n", size) + ":::",
        "choix": "::: situation\n::: decision\n"
        + filled("- [x] b\n  > vers : c\n", size)
        + ":::\n:::",
        "identifiants": filled("## a {#b}\n", size),
        "accolades": filled("{#", size),
        "conditions": "::: public " + filled("a,", size) + "\nb\n:::",
    }


def yaml_bombs(size: int) -> Mapping[str, str]:
    """Return YAML of about `size` characters, each by the name of what it attacks."""
    return {
        "listes dans des listes": filled("[", size),
        "clés dans des clés": filled("{a: ", size),
        "listes fermées": filled("[", size // 2) + filled("]", size // 2),
        "tirets": filled("- ", size),
        "retraits": "".join(f"{' ' * level}a:\n" for level in range(int((2 * size) ** 0.5))),
        "alias": "a: &a b\n" + filled("c: *a\n", size),
        "clés en double": filled("a: b\n", size),
        "clés": "".join(f"a{n}: b\n" for n in range(size // 9)),
        "guillemets": filled('"', size),
        "guillemet ouvert": 'a: "' + filled("b ", size),
        "guillemets ouverts par ligne": filled('a: "b\n', size),
        "apostrophes ouvertes par ligne": filled("a: 'b\n", size),
        "deux-points": filled("a: ", size),
        "deux-points par ligne": filled("a: b: c\n", size),
        "deux-points entre accolades": "a: {" + filled("b : c ", size),
        "virgules": "a: [" + filled(",", size),
        "longue valeur": "a: " + filled("b", size),
        "commentaires": filled("# a\n", size) + "a: b",
        "bloc de texte": "a: |\n" + filled("  b\n", size),
        "points d'interrogation": filled("? ", size),
        "documents": filled("---\n", size),
        "étiquettes": filled("!a ", size),
    }
