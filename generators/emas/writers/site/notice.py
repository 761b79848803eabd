"""What becomes of the answers to a session, told where they are given: who, why, how long, rights.

Source: GDPR, article 13. The page « Vie privée » says the rest.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from emas.model import Asking, Session, Team, day_in_words, kept_until
from emas.writers.site import hrefs
from emas.writers.site.elements import NBSP, classed, element, link
from emas.writers.site.scope import Scope

ANSWERS_KEPT = "Vos réponses, sous un code. Ni nom, ni adresse de votre appareil."
OPINION_KEPT = "Votre avis, sous un code qui ne sert qu’à lui, sans l’heure."
READERS = (
    "L’équipe, qui ne voit que des résultats de groupe, à partir de cinq réponses à une question. "
    "Ce que vous écrivez en toutes lettres, si on vous le demande, se lit sans nom."
)
UNTIL = "Jusqu’au {}, puis tout s’efface. Il reste des comptes, où personne n’est reconnaissable."
UNTIL_PURGED = "Le temps que l’équipe a fixé, puis tout s’efface. Il reste des comptes."
RIGHTS = (
    "Relire, corriger, faire effacer, vous opposer. Donnez votre code\u00a0: sans lui, personne ne "
    "retrouve vos réponses. Vous pouvez vous plaindre à la CNIL (cnil.fr)."
)
RIGHTS_OF_OPINION = (
    "Rien ne relie un avis à une personne\u00a0: il ne s’efface qu’avec le code de son fichier "
    "ou de sa feuille, ou avec toute la session. Vous pouvez vous plaindre à la CNIL (cnil.fr)."
)
PRIVACY = "vie-privee.md"


def notice(
    session: Session, parts: Iterable[Asking], *, survey: bool, scope: Scope, team: Team
) -> Element:
    """Return what participants are told of their answers, or of their opinion if it is a `survey`.

    `parts` is all that the session asks.
    """
    day = kept_until(session, parts)
    lines = [
        ("Qui", f"{team.name}, pour {team.carrier}."),
        ("Pourquoi", "Préparer la formation et l’améliorer. Vous n’êtes ni évalué ni classé."),
        ("Quoi", OPINION_KEPT if survey else ANSWERS_KEPT),
        ("Qui les lit", READERS),
        ("Combien de temps", UNTIL.format(day_in_words(day)) if day else UNTIL_PURGED),
        ("Vos droits", RIGHTS_OF_OPINION if survey else RIGHTS),
    ]
    address = link(f"mailto:{team.report_email}", team.report_email)
    whole = link(hrefs.relative(PRIVACY, scope.uri), "Tout lire sur vos données")
    return classed(
        "details",
        "emas-plus",
        element("summary", None, "Vos données"),
        element(
            "ul",
            None,
            *(
                element("li", None, element("strong", None, f"{one}{NBSP}: "), said)
                for one, said in lines
            ),
            element("li", None, element("strong", None, f"À qui écrire{NBSP}: "), address, "."),
        ),
        element("p", None, whole, "."),
    )
