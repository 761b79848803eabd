"""Each block and each header as an editor inserts it: what it is for, then its text with holes."""

from collections.abc import Mapping

Texts = Mapping[str, tuple[str, str]]

AUDIENCES = "${1|aesh,enseignant-1d,enseignant-2d,direction,periscolaire,sante-scolaire|}"
LEVELS = "${1|maternelle,elementaire,college,lycee|}"
PRIORITIES = "${3|utile,essentiel,si-temps|}"

BLOCKS: Texts = {
    "retenir": (
        "Ce que l’on garde en tête : un encadré, une diapositive.",
        "::: retenir\n${1:Ce que l’on garde en tête, en une phrase.}\n:::",
    ),
    "demain": (
        "Ce que l’on essaie demain : en tête du module, à la fin du diaporama.",
        "::: demain\n- ${1:Une chose à essayer demain.}\n:::",
    ),
    "a-qui-en-parler": (
        "À qui en parler ; les contacts de l’équipe suivent.",
        "::: a-qui-en-parler\n- ${1:À qui, et pour quoi.}\n:::",
    ),
    "definition": (
        "Un terme et sa définition.",
        "::: definition ${1:Terme}\n${2:Sa définition.}\n:::",
    ),
    "exemple": ("Un exemple.", "::: exemple ${1:Titre}\n${2:Ce que l’on voit.}\n:::"),
    "conseil": ("Un conseil.", "::: conseil ${1:Titre}\n${2:Ce que l’on peut faire.}\n:::"),
    "attention": (
        "Ce à quoi il faut prendre garde.",
        "::: attention ${1:Titre}\n${2:Ce à quoi prendre garde.}\n:::",
    ),
    "idee-recue": (
        "Ce que l’on sait d’abord, ce que l’on entend ensuite.",
        "::: idee-recue ${1:Titre}\n- ${2:Ce que l’on sait.}\n- ${3:Ce que l’on entend.}\n:::",
    ),
    "situation": (
        "Un cas inventé, et ce que l’on décide ; jamais un élève réel.",
        "::: situation ${1:Titre}\nniveau : ${2|elementaire,maternelle,college,lycee|}\n"
        f"priorite : {PRIORITIES}\n\n${{4:Ce qui se passe.}}\n\n"
        "::: decision ${5:Que proposez-vous d’abord ?}\n"
        "- [conseillé] ${6:Un premier choix.}\n  > ${7:Pourquoi.}\n"
        "- [possible] ${8:Un autre choix.}\n  > ${9:À quelle condition.}\n:::\n:::",
    ),
    "decision": (
        "Un point où l’on décide, dans une « situation ».",
        "::: decision ${1:Que proposez-vous ?}\n- [conseillé] ${2:Un premier choix.}\n"
        "  > ${3:Pourquoi.}\n- [à éviter] ${4:Un autre choix.}\n  > ${5:Ce qui peut arriver.}\n:::",
    ),
    "activite": (
        "Un travail de groupe, ou seul.",
        "::: activite ${1:Titre}\nduree : ${2:10 min}\n"
        f"priorite : {PRIORITIES}\nmodalite : ${{4:en duo}}\nmateriel : ${{5:le livret}}\n"
        "seul : ${6:Comment le faire seul.}\n\n${7:La consigne.}\n:::",
    ),
    "amenagement": (
        "Ce que l’on change pour un élève : comment, ce qu’il faut éviter, comment savoir.",
        "::: amenagement ${1:Titre}\nbesoin : ${2:De quoi l’élève a besoin.}\n"
        "comment : ${3:Ce que l’on fait.}\neviter : ${4:Ce qui gêne.}\n"
        "mesurer : ${5:À quoi on voit que cela marche.}\n:::",
    ),
    "indice": (
        "Un indice, dans une « question ».",
        "::: indice\n${1:De quoi mettre sur la voie.}\n:::",
    ),
    "animation": (
        "Pour la personne qui anime, et pour elle seule.",
        "::: animation ${1:Titre}\n${2:Ce qu’il faut faire et dire, avec les minutes.}\n:::",
    ),
    "diapo": (
        "Remplace les diapositives automatiques de sa section.",
        "::: diapo\n- ${1:Un point.}\n- ${2:Un autre.}\n:::",
    ),
    "colonnes": (
        "Deux textes côte à côte.",
        "::: colonnes\n::: colonne ${1:Titre}\n${2:Un texte.}\n:::\n"
        "::: colonne ${3:Titre}\n${4:Un autre texte.}\n:::\n:::",
    ),
    "colonne": ("Une colonne, dans « colonnes ».", "::: colonne ${1:Titre}\n${2:Un texte.}\n:::"),
    "public": (
        "Pour certains publics seulement.",
        f"::: public {AUDIENCES}\n${{2:Ce qui les concerne.}}\n:::",
    ),
    "sauf-public": (
        "Pour tous les autres publics.",
        f"::: sauf-public {AUDIENCES}\n${{2:Ce qui ne les concerne pas.}}\n:::",
    ),
    "niveau": (
        "Pour certains niveaux seulement.",
        f"::: niveau {LEVELS}\n${{2:Ce qui leur convient.}}\n:::",
    ),
    "support": (
        "Pour certains supports seulement.",
        "::: support ${1|site,diapo,papier|}\n${2:Ce qui n’est que là.}\n:::",
    ),
    "seance": (
        "Pour la séance courte, ou pour la longue.",
        "::: seance ${1|longue,courte|}\n${2:Ce qui n’est que là.}\n:::",
    ),
    "simple": (
        "Le même texte en mots simples : une phrase par ligne, douze mots au plus.",
        "::: simple\n${1:Une phrase courte.}\n:::",
    ),
    "lignes": ("Des lignes pour écrire, sur papier.", "::: lignes ${1:4}\n:::"),
    "video": (
        "Un film, avec sa transcription.",
        "::: video ${1:Titre}\nlien : ${2:https://emas.example/film}\n\n"
        "${3:Ce que l’on entend.}\n:::",
    ),
    "brouillon": (
        "Ce qui n’est encore publié nulle part.",
        "::: brouillon\n${1:À reprendre.}\n:::",
    ),
}
"""By word; questions have models of their own."""

HEADERS: Texts = {
    "etape": (
        "Le début d’une étape.",
        "---\ntitre: ${1:Titre}\nduree: {en-ligne: ${2:5 min}, seance: ${3:30 min}}\n"
        "objectifs: [${4:objectif}]\npriorite: ${5|utile,essentiel,si-temps|}\n---\n\n"
        "## ${6:Une idée}\n",
    ),
    "page": (
        "Le début d’une page ou d’un questionnaire.",
        "---\ntitre: ${1:Titre}\n---\n",
    ),
}
