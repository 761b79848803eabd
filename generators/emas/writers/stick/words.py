"""The sentences of the first page of a stick, before French spaces."""

from emas.writers.sessions import DOSSIER as DOSSIER

TITLE = "Lisez-moi d’abord"
LEAD = (
    "Le site, les diaporamas et les feuilles à imprimer sont sur cette clé. Rien ne s’installe,"
    " rien ne va sur internet : tout s’ouvre d’un double clic."
)

NAMES = (
    "Ce dossier porte peut-être des noms. Ne prêtez pas cette clé. Après la session, effacez-la,"
    " et tapez « emas session oublier » sur l’ordinateur qui l’a faite."
)

STEPS = (
    "Avant : imprimez un livret par personne et un guide de l’animateur. Avec eux, la séance se"
    " tient sans ordinateur.",
    "Sur place : copiez la clé sur l’ordinateur si vous en avez le droit, c’est plus rapide. Sinon,"
    " ouvrez tout depuis la clé.",
    "Projeter : ouvrez le diaporama PowerPoint. Sans PowerPoint, ouvrez celui du même nom qui"
    " finit par « .html », puis F11 ; la touche N montre les notes.",
    "S’exercer : les questions du site répondent sans internet. Les réponses restent dans le"
    " navigateur de cet ordinateur.",
    "Avant de partir : sur un ordinateur partagé, la page « Ma progression » du site efface tout.",
)

PLAN_B = (
    ("Pas de projecteur", "Le guide de l’animateur a les textes, les heures et les réponses."),
    ("Pas de PowerPoint", "Le diaporama « .html » s’ouvre dans n’importe quel navigateur."),
    ("Pas d’internet", "Rien ne change. Seuls les liens vers d’autres sites ne s’ouvrent pas."),
    ("Clé refusée, pas d’ordinateur", "Le livret, le quiz et les cartes, sur papier."),
)

SUMS = (
    "dit ce que chaque fichier doit être. Ouvrez un terminal dans ce dossier et copiez la ligne :"
    " elle ne montre que ce qui est abîmé ou manque."
)

COMMANDS = (
    (
        "Windows (PowerShell)",
        "Get-Content SOMMES.sha256 -Encoding UTF8 | % { $s, $f = $_ -split '  ', 2;"
        " if ((Get-FileHash -LiteralPath $f).Hash -ne $s) { $f } }",
    ),
    ("Linux", "sha256sum --check --quiet SOMMES.sha256"),
    ("macOS", "shasum -a 256 -c SOMMES.sha256 | grep -v ': OK'"),
)

CREDITS = "Les crédits des images et les sources sont sur le site."
