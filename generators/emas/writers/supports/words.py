"""The sentences of the visual supports, before French spaces.

Each support has its own template, `<id>.typ`, which prints `labels`; `notice` is for the adult, and
`adaptations` are the ids of those that it helps with, where a project has them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Support:
    """A visual support: what it is called, what the adult reads, what is printed on it."""

    id: str
    title: str
    summary: str
    notice: Mapping[str, tuple[str, ...]]
    adaptations: tuple[str, ...]
    labels: Mapping[str, Any] = field(default_factory=dict)


ADAPTATIONS = "Aménagements"


def sheet_name(domain: str) -> str:
    """Return the name of the document of a domain of adaptations, without its extension."""
    return f"amenagements-{domain}"


KIND = "Support visuel à découper"
GUIDE = "Mode d’emploi, pour l’adulte"
RELATED = "Les aménagements qui s’en servent"
CONTROL = "Imprimez à 100 %, sans ajuster à la page : cette règle mesure 10 cm."
CREDIT = "textes et dessins Atelier EMAS, licence CC BY-SA 4.0"

PREPARE, USE, AVOID, OLDER = "Préparer", "Utiliser", "À éviter", "Avec des plus grands"


def _cards(*pairs: tuple[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"icon": icon, "label": label} for icon, label in pairs)


def _levels(*levels: tuple[str, str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"name": name, "said": said, "short": short} for name, said, short in levels)


TIMETABLE = Support(
    id="emploi-du-temps",
    title="L’emploi du temps en cartes",
    summary="Voir ce qui vient, ce qui est fait et ce qui change dans la journée.",
    notice={
        PREPARE: (
            "Imprimez en noir, sur du papier épais si possible. Les cartes font 50 mm de côté.",
            "Découpez les cartes sur les pointillés ; gardez les deux bandes entières.",
            "Posez les cartes de la demi-journée avec de la pâte à fixer ou un adhésif à crochets.",
        ),
        USE: (
            "Le matin, lisez la bande avec l’élève, de haut en bas.",
            "Quand une activité est finie, il passe lui-même sa carte du côté « Fait ».",
            "Un changement s’annonce avant : posez la carte « Changement » puis la nouvelle carte.",
        ),
        AVOID: (
            "Mettre plus de cartes que l’élève n’en suit : deux ou trois suffisent pour commencer.",
            "Retirer une activité aimée pour punir : la bande ne serait plus fiable.",
        ),
        OLDER: ("La dernière page a deux fiches en mots, sans dessin, à découper.",),
    },
    adaptations=("emploi-du-temps-retourne", "changement-annonce", "transition-annoncee"),
    labels={
        "strip": "Posez une carte par case, de haut en bas. Finie, elle passe à droite.",
        "to_do": "À faire",
        "done": "Fait",
        "morning": "La bande du matin",
        "afternoon": "La bande de l’après-midi",
        "sheet": "Les cartes de la journée",
        "sheet_more": "D’autres cartes, et des cartes vides",
        "sober": "En mots, pour les plus grands",
        "blank": "Mot :",
        "my_day": "Ma journée du",
        "columns": ("Heure", "Cours ou activité", "Salle", "Fait"),
        "changes": "Ce qui change :",
        "cards": _cards(
            ("accueil", "Accueil"),
            ("regroupement", "Regroupement"),
            ("lecture", "Lecture"),
            ("ecriture", "Écriture"),
            ("nombres", "Mathématiques"),
            ("langues", "Langues"),
            ("sciences", "Sciences"),
            ("monde", "Histoire, géographie"),
            ("arts", "Arts"),
            ("musique", "Musique"),
            ("sport", "Sport"),
            ("recreation", "Récréation"),
            ("repas", "Repas"),
            ("mains", "Se laver les mains"),
            ("calme", "Temps calme"),
            ("maison", "Maison"),
            ("changement", "Changement"),
            ("sortie", "Sortie"),
            ("jeu", "Jeu"),
            ("ordinateur", "Ordinateur"),
            ("bibliotheque", "Bibliothèque"),
        ),
    },
)

FIRST_THEN = Support(
    id="d-abord-ensuite",
    title="D’abord, ensuite",
    summary="Deux cartes seulement : ce que l’on fait maintenant, et ce qui vient juste après.",
    notice={
        PREPARE: (
            "Gardez le panneau entier. Découpez les cartes : elles font 50 mm de côté.",
            "Les cartes de l’emploi du temps vont aussi dans ses cases.",
        ),
        USE: (
            "Posez une tâche courte à gauche, et à droite une activité que l’élève choisit.",
            "Montrez et dites peu de mots : « d’abord lecture, ensuite jeu ».",
            "Dès que la première est faite, la seconde commence.",
        ),
        AVOID: (
            "Ajouter une tâche avant la seconde carte : l’accord ne serait pas tenu.",
            "En faire une menace : la seconde carte n’est ni gagnée ni perdue.",
        ),
        OLDER: ("La dernière page a quatre bandes à compléter à la main, sans dessin.",),
    },
    adaptations=("deux-vrais-choix", "fin-prevue-avant", "tache-petits-morceaux"),
    labels={
        "first": "D’abord",
        "then": "Ensuite",
        "slot": "Une carte ici",
        "board": "Le panneau",
        "board_use": "Posez une carte par côté, ou écrivez sur le trait.",
        "sheet": "Les cartes, et des cartes vides",
        "blank": "Mot :",
        "sober": "En mots, pour les plus grands",
        "until": "Jusqu’à",
        "where": "Où, avec qui",
        "cards": _cards(
            ("lecture", "Livre"),
            ("ecriture", "Travail"),
            ("dessin", "Dessin"),
            ("jeu", "Jeu"),
            ("ecouter", "Écouter"),
            ("bouger", "Bouger"),
            ("boire", "Boire"),
            ("recreation", "Aller dehors"),
            ("ordinateur", "Ordinateur"),
            ("calme", "Temps calme"),
            ("adulte", "Avec un adulte"),
        ),
    },
)

VOLUME = Support(
    id="echelle-du-volume",
    title="L’échelle du volume",
    summary="Cinq niveaux de voix, de 0 à 4, pour dire lequel convient maintenant.",
    notice={
        PREPARE: (
            "Affichez l’échelle à hauteur des yeux des élèves.",
            "Découpez un repère : il se pose devant le niveau attendu.",
        ),
        USE: (
            "Essayez ensemble chaque niveau, à froid, avec une phrase connue de tous.",
            "Annoncez le niveau avant l’activité, puis montrez-le sans parler.",
            "Dites ce qui va : « nous sommes à 2, c’est ce qu’il faut ».",
        ),
        AVOID: (
            "La montrer à un seul élève devant les autres.",
            "Demander le silence longtemps : prévoyez des moments aux niveaux 2 et 3.",
        ),
        OLDER: ("La dernière page a des cartes en mots, à garder sur la table.",),
    },
    adaptations=("bruit-visible", "outil-contre-bruit", "regles-sur-place"),
    labels={
        "scale": "Quelle voix maintenant ?",
        "marker": "Maintenant",
        "card": "Ma voix",
        "sober": "Des cartes en mots, et deux repères",
        "sober_use": "Les cartes ont le format d’une carte de portefeuille : 85,6 × 54 mm.",
        "levels": _levels(
            ("Silence", "Je n’utilise pas ma voix.", "pas de voix"),
            ("Chuchotement", "Seul mon voisin m’entend.", "mon voisin"),
            ("Voix de groupe", "Les personnes de ma table m’entendent.", "ma table"),
            ("Voix de classe", "Toute la classe m’entend.", "toute la classe"),
            ("Voix de dehors", "On m’entend de loin : dans la cour, en sport.", "dehors"),
        ),
    },
)

BREAK = Support(
    id="carte-pause",
    title="La carte de pause",
    summary="Demander une pause sans avoir à parler, et savoir quand on revient.",
    notice={
        PREPARE: (
            "Découpez une carte : elle a le format d’une carte de portefeuille, 85,6 × 54 mm.",
            "Choisissez ensemble le lieu, la durée et l’adulte prévenu ; écrivez-les sur la carte.",
            "Tous les adultes de la classe connaissent la carte avant le premier essai.",
        ),
        USE: (
            "Entraînez-vous quand tout va bien.",
            "La carte posée, la pause commence : les questions viennent plus tard.",
            "Au retour, l’élève reprend là où il en était, sans remarque.",
        ),
        AVOID: (
            "Refuser la carte, ou la retirer pour punir.",
            "Compter les pauses devant l’élève. Si elles sont nombreuses, cherchez ce qui pèse.",
        ),
        OLDER: ("La dernière page a une carte en mots, qui se garde dans un carnet.",),
    },
    adaptations=("pause-demandee", "pause-prevue", "adulte-repere-pause"),
    labels={
        "sheet": "Les cartes avec un dessin",
        "sheet_use": "Huit cartes de 85,6 × 54 mm.",
        "need": "J’ai besoin d’une pause",
        "goes": "Je vais",
        "back": "Je reviens à",
        "left": "Je pars à",
        "adult": "Adulte prévenu",
        "sober": "En mots, pour les plus grands",
        "sober_use": "Huit cartes de 85,6 × 54 mm, sans dessin.",
        "sober_title": "Pause",
    },
)

EMOTIONS = Support(
    id="echelle-des-emotions",
    title="L’échelle des émotions",
    summary="Cinq niveaux pour dire où l’on en est, et ce qui aide à chacun.",
    notice={
        PREPARE: (
            "Remplissez l’échelle avec l’élève, à un moment calme, avec ses mots.",
            "Pour chaque niveau, écrivez une ou deux choses qui l’aident vraiment.",
        ),
        USE: (
            "Regardez-la à heures fixes, pas seulement quand cela va mal.",
            "L’élève montre un niveau ; l’adulte propose ce qui est écrit en face.",
            "L’adulte peut aussi montrer où il en est lui-même.",
        ),
        AVOID: (
            "Discuter le niveau montré : c’est ce que l’élève ressent.",
            "La sortir au plus fort de la crise : à ce moment-là, moins de mots et plus de calme.",
            "Deviner une émotion sur un visage : les dessins sont un repère, les mots comptent.",
        ),
        OLDER: ("La dernière page a des cartes en mots, sans visage.",),
    },
    adaptations=("premiers-signes", "reparler-plus-tard", "retirer-declencheur"),
    labels={
        "scale": "Où j’en suis",
        "helps": "Ce qui m’aide :",
        "says": "Je le dis à :",
        "card": "Où j’en suis, de 5 à 1",
        "sober": "En mots, pour les plus grands",
        "sober_use": "Huit cartes de 85,6 × 54 mm, sans visage.",
        "levels": _levels(
            ("Je vais bien", "Je suis calme, je peux travailler.", ""),
            ("Ça va à peu près", "Quelque chose me gêne un peu.", ""),
            ("Ça monte", "J’ai du mal à écouter et à rester en place.", ""),
            ("C’est très fort", "J’ai besoin de sortir ou d’arrêter.", ""),
            ("C’est trop fort", "Je ne peux plus parler, j’ai besoin d’aide.", ""),
        ),
    },
)

SUPPORTS = (TIMETABLE, FIRST_THEN, VOLUME, BREAK, EMOTIONS)
