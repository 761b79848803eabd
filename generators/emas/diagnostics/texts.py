"""Every code: how serious it is, and the French texts that go with it.

`message` says what is wrong and `repair` how to mend it; both may hold the `{values}` that a
diagnostic brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from emas.diagnostics.codes import Code


class Severity(StrEnum):
    """An error makes an output false, unsafe or incomplete; a warning may be mended.

    A note tells what a format cannot hold, or what somebody might say better: nothing is wrong.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class CodeText:
    """What people read about a code."""

    severity: Severity
    title: str
    message: str
    repair: str


def text_of(code: Code) -> CodeText:
    """Return the severity and the French texts of `code`."""
    return TEXTS[code]


E, W, N = Severity

# fmt: off
TEXTS: Mapping[Code, CodeText] = {
    Code.TXT001: CodeText(
        E, "Encodage",
        "Ce fichier n’est pas en UTF-8 : octet {octet} illisible, sans doute un ancien encodage (Latin-1 ou Windows).",
        "enregistrez le fichier en UTF-8 (dans l’éditeur : « Enregistrer avec l’encodage »).",
    ),
    Code.TXT002: CodeText(
        W, "Marque d’ordre des octets",
        "Le fichier commence par une marque invisible (BOM).",
        "enregistrez en « UTF-8 » et non « UTF-8 avec BOM ».",
    ),
    Code.TXT003: CodeText(
        E, "Caractère nul",
        "Le fichier contient un caractère nul : il est abîmé, ou ce n’est pas du texte.",
        "reprenez une copie saine du fichier, ou supprimez ce caractère.",
    ),
    Code.TXT004: CodeText(
        E, "Fichier vide",
        "Le fichier est vide.",
        "écrivez son contenu, ou supprimez le fichier.",
    ),
    Code.TXT005: CodeText(
        E, "Fichier trop gros",
        "Le fichier fait {taille} ; la limite est de 2 Mo et de 10 000 lignes.",
        "coupez-le en plusieurs étapes, et mettez les images dans « media/ ».",
    ),
    Code.TXT006: CodeText(
        E, "Caractère de contrôle",
        "Le fichier contient un caractère invisible interdit (U+{numero}).",
        "supprimez ce caractère ; il vient souvent d’un copier-coller.",
    ),
    Code.TXT007: CodeText(
        E, "Fichier absent",
        "Le fichier « {fichier} » manque.",
        "créez ce fichier.",
    ),
    Code.TXT008: CodeText(
        E, "Lien symbolique",
        "« {fichier} » est un lien symbolique : ce qu’il montre n’est pas dans le projet.",
        "copiez le vrai fichier à cet endroit.",
    ),
    Code.TXT009: CodeText(
        E, "Nom de fichier",
        "Le nom « {fichier} » ne convient pas à une étape.",
        "nommez-le « 01-un-mot.md » : deux chiffres, un tiret, des minuscules sans accent.",
    ),
    Code.TXT010: CodeText(
        E, "Fichier illisible",
        "Le fichier ne peut pas être lu ({cause}).",
        "vérifiez qu’il n’est pas ouvert ailleurs et que vous y avez accès.",
    ),
    Code.YML001: CodeText(
        E, "Écriture YAML",
        "Cette ligne n’est pas du YAML : {cause}.",
        "comparez avec les lignes voisines : « clé : valeur », même retrait, guillemets fermés.",
    ),
    Code.YML002: CodeText(
        E, "Deux-points dans une valeur",
        "La valeur contient « : » et n’est pas entre guillemets.",
        "mettez la valeur entre guillemets droits : {exemple}.",
    ),
    Code.YML003: CodeText(
        E, "Tabulation",
        "Le retrait est fait avec une tabulation.",
        "remplacez-la par des espaces.",
    ),
    Code.YML004: CodeText(
        E, "Clé en double",
        "La clé « {cle} » est déjà écrite ligne {ligne}.",
        "gardez une seule des deux lignes.",
    ),
    Code.YML005: CodeText(
        E, "Ancre, alias ou étiquette",
        "{quoi} n’a pas sa place ici.",
        "écrivez la valeur en toutes lettres, entre guillemets si elle commence par un signe.",
    ),
    Code.YML006: CodeText(
        E, "Clé inconnue",
        "La clé « {cle} » n’existe pas ici.{suggestion}",
        "corrigez le nom de la clé ou supprimez la ligne. Clés possibles : {possibles}.",
    ),
    Code.YML007: CodeText(
        E, "Clé manquante",
        "Il manque « {cle} ».",
        "ajoutez une ligne « {cle}: … ».",
    ),
    Code.YML008: CodeText(
        E, "Genre de valeur",
        "« {cle} » attend {attendu}.",
        "écrivez par exemple : {exemple}.",
    ),
    Code.YML009: CodeText(
        E, "Date",
        "« {valeur} » n’est pas une date.",
        "écrivez la date ainsi : 2026-11-21 (année, mois, jour).",
    ),
    Code.YML010: CodeText(
        E, "Durée",
        "« {valeur} » n’est pas une durée.",
        "écrivez « 20 min », « 3 h » ou « 1 h 30 ».",
    ),
    Code.YML011: CodeText(
        E, "Imbrication YAML",
        "Les listes et les clés sont imbriquées sur plus de {limite} niveaux.",
        "simplifiez la structure du fichier.",
    ),
    Code.YML012: CodeText(
        E, "Valeur non permise",
        "« {valeur} » ne convient pas pour « {cle} ».",
        "{attendu}",
    ),
    Code.YML013: CodeText(
        E, "Plusieurs documents YAML",
        "Le fichier contient une ligne « --- » qui commence un second document.",
        "supprimez cette ligne.",
    ),
    Code.YML014: CodeText(
        E, "En-tête absent",
        "Le fichier ne commence pas par un en-tête entre deux lignes « --- ».",
        "ajoutez en tête : --- puis « titre: … » puis ---.",
    ),
    Code.BLO001: CodeText(
        E, "Mot de bloc inconnu",
        "Le bloc « {mot} » n’existe pas.{suggestion}",
        "corrigez le mot après « ::: ». Mots possibles : {possibles}.",
    ),
    Code.BLO002: CodeText(
        E, "Bloc non fermé",
        "Le bloc « {mot} » ouvert ici n’est pas fermé{avant}.",
        "ajoutez une ligne « ::: » à la fin du bloc.",
    ),
    Code.BLO003: CodeText(
        E, "Fermeture en trop",
        "Cette ligne « ::: » ne ferme aucun bloc.",
        "supprimez-la, ou ajoutez la ligne d’ouverture qui manque plus haut.",
    ),
    Code.BLO004: CodeText(
        E, "Option inconnue",
        "Le bloc « {mot} » n’a pas d’option « {option} ».{suggestion}",
        "corrigez l’option, ou laissez une ligne vide avant si c’est du texte.{possibles}",
    ),
    Code.BLO005: CodeText(
        W, "Option après la ligne vide",
        "« {option} : … » ressemble à une option, mais vient après une ligne vide : la ligne est publiée comme du texte.",
        "remontez-la juste sous la ligne d’ouverture, sans ligne vide.",
    ),
    Code.BLO006: CodeText(
        E, "Argument du bloc",
        "Le bloc « {mot} » : {cause}.",
        "écrivez par exemple : {exemple}.",
    ),
    Code.BLO007: CodeText(
        E, "Imbrication trop profonde",
        "Les blocs, listes ou citations sont imbriqués sur plus de {limite} niveaux : la suite est publiée comme du texte brut.",
        "sortez une partie du contenu.",
    ),
    Code.BLO008: CodeText(
        E, "Valeur d’option",
        "L’option « {option} » vaut « {valeur} » : {cause}.",
        "écrivez par exemple : {exemple}.",
    ),
    Code.BLO009: CodeText(
        E, "Contenu du bloc",
        "Le bloc « {mot} » : {cause}.",
        "{remede}",
    ),
    Code.BLO010: CodeText(
        E, "Option en double",
        "L’option « {option} » est déjà donnée dans ce bloc.",
        "gardez une seule des deux lignes.",
    ),
    Code.BLO011: CodeText(
        E, "Pas encore disponible",
        "« {quoi} » n’est pas encore disponible dans cette version.",
        "retirez-le pour l’instant, ou mettez-le dans un bloc « brouillon ».",
    ),
    Code.BLO012: CodeText(
        E, "Option manquante",
        "Il manque l’option « {option} » dans le bloc « {mot} ».",
        "ajoutez « {option} : … » sous la ligne d’ouverture.",
    ),
    Code.AME001: CodeText(
        E, "Partie absente d’un aménagement",
        "Il manque la partie « {titre} ».",
        "ajoutez une ligne « ## {titre} », puis ce qu’elle doit dire.",
    ),
    Code.AME002: CodeText(
        E, "Titre inconnu dans un aménagement",
        "« {titre} » n’est pas le titre d’une partie d’un aménagement.{suggestion}",
        "les titres, précédés de « ## », sont « Comment », « À éviter », « Comment savoir si ça"
        " marche » et « En plus simple ».",
    ),
    Code.AME003: CodeText(
        E, "Titre en double dans un aménagement",
        "La partie « {titre} » est déjà écrite, ligne {ligne}.",
        "réunissez les deux parties sous un seul titre.",
    ),
    Code.AME004: CodeText(
        E, "Partie d’un aménagement mal placée",
        "La partie « {titre} » vient après « {autre} ».",
        "placez-la avant « {autre} ».",
    ),
    Code.AME005: CodeText(
        E, "Partie d’un aménagement vide ou mal remplie",
        "{partie}, {cause}.",
        "écrivez-y {attendu}, et rien d’autre.",
    ),
    Code.AME006: CodeText(
        E, "Aménagement inconnu",
        "L’aménagement « {nom} » n’est pas dans content/amenagements.{suggestion}",
        "corrigez son nom, ou écrivez-le ici : un titre, puis besoin, comment, éviter, mesurer.",
    ),
    Code.MD001: CodeText(
        E, "Niveau de titre sauté",
        "Ce titre est de niveau {niveau} alors que {precedent}.",
        "écrivez « {attendu} » devant ce titre.",
    ),
    Code.MD002: CodeText(
        E, "Titre de niveau 1",
        "« # » n’est pas utilisé : le titre de la page est dans l’en-tête.",
        "écrivez « ## ».",
    ),
    Code.MD003: CodeText(
        W, "Définition inutilisée",
        "La définition « [{nom}] » ne sert nulle part : son contenu n’est pas publié.",
        "appelez-la dans le texte, ou supprimez-la.",
    ),
    Code.MD004: CodeText(
        E, "Note absente",
        "La note « [^{nom}] » n’est définie nulle part.",
        "ajoutez une ligne « [^{nom}]: … ».",
    ),
    Code.MD005: CodeText(
        E, "Renvois trop nombreux",
        "Les liens par renvoi répètent trop de fois une longue adresse.",
        "écrivez moins de renvois, ou une adresse plus courte.",
    ),
    Code.MD006: CodeText(
        E, "Chevron dans un titre",
        "Le titre contient « < » ou « > ».",
        "écrivez « moins de », « plus de », ou une flèche →.",
    ),
    Code.MD007: CodeText(
        E, "Commentaire non fermé",
        "Le commentaire « <!-- » n’est pas fermé.",
        "ajoutez « --> » à la fin du commentaire.",
    ),
    Code.MD008: CodeText(
        E, "Définition en double",
        "La définition « [{nom}] » existe déjà ligne {ligne} ; celle-ci serait perdue.",
        "renommez-la ou supprimez-la.",
    ),
    Code.MD009: CodeText(
        E, "Tableau irrégulier",
        "Cette ligne du tableau a {trouve} cellules, l’en-tête en a {attendu} : {suite}.",
        "donnez à chaque ligne autant de cellules que l’en-tête.",
    ),
    Code.MD010: CodeText(
        E, "Titre vide",
        "Ce titre n’a pas de texte.",
        "écrivez le titre, ou supprimez la ligne.",
    ),
    Code.QUIZ001: CodeText(
        E, "Genre de question inconnu",
        "Le genre de question « {genre} » n’existe pas.{suggestion}",
        "choisissez parmi : {possibles}.",
    ),
    Code.QUIZ002: CodeText(
        E, "Question sans énoncé",
        "Cette question n’a pas d’énoncé.",
        "écrivez la question avant les réponses.",
    ),
    Code.QUIZ003: CodeText(
        E, "Aucune bonne réponse",
        "La question {question} n’a aucune bonne réponse.",
        "mettez un x entre les crochets de la bonne réponse, « - [x] ».",
    ),
    Code.QUIZ004: CodeText(
        E, "Trop de bonnes réponses",
        "La question {question} est « {genre} » mais a {nombre} bonnes réponses.",
        "gardez un seul « [x] », ou écrivez « question multiple ».",
    ),
    Code.QUIZ005: CodeText(
        E, "Retour sans réponse",
        "Ce retour « > » n’est sous aucune réponse.",
        "placez-le, en retrait de deux espaces, juste sous la réponse qu’il commente ; un retour général vient après toutes les réponses.",
    ),
    Code.QUIZ006: CodeText(
        E, "Objectif inconnu",
        "L’objectif « {objectif} » n’est pas déclaré dans module.yml.{suggestion}",
        "choisissez parmi : {possibles}.",
    ),
    Code.QUIZ007: CodeText(
        W, "Objectif jamais évalué",
        "Aucune question n’évalue l’objectif « {objectif} ».",
        "ajoutez « objectif : {objectif} » à une question de questions.md.",
    ),
    Code.QUIZ008: CodeText(
        W, "Question sans identifiant",
        "Cette question n’a pas d’identifiant : les réponses gardées seront perdues si son énoncé change de place.",
        "écrivez {{#un-identifiant}} à la fin de la ligne d’ouverture.",
    ),
    Code.QUIZ009: CodeText(
        E, "Réponses absentes",
        "Cette question n’a pas au moins deux réponses « - [ ] » ou « - [x] ».",
        "écrivez chaque réponse sur une ligne « - [ ] … » ou « - [x] … ».",
    ),
    Code.QUIZ010: CodeText(
        E, "Question sans objectif",
        "La question {question} est notée mais ne dit pas quel objectif elle évalue.",
        "ajoutez « objectif : … » sous la ligne d’ouverture.",
    ),
    Code.QUIZ011: CodeText(
        E, "Question introuvable",
        "L’évaluation « {evaluation} » cite la question « {question} », qui n’existe pas dans ce module.{suggestion}",
        "corrigez l’identifiant, ou écrivez la question.",
    ),
    Code.QUIZ012: CodeText(
        E, "Réponses d’un vrai-faux",
        "Un « vrai-faux » a exactement deux réponses, « Vrai » et « Faux ».",
        "écrivez « - [x] Vrai » et « - [ ] Faux » (ou l’inverse).",
    ),
    Code.QUIZ013: CodeText(
        E, "Tirage impossible",
        "L’évaluation « {evaluation} » tire {tirage} questions, mais le module n’en a que {nombre} qui sont notées.",
        "baissez le tirage, ou ajoutez des questions.",
    ),
    Code.QUIZ014: CodeText(
        E, "Case de réponse",
        "« {texte} » n’est pas une case de réponse.",
        "écrivez « [x] » pour une bonne réponse et « [ ] » pour une autre.",
    ),
    Code.QUIZ015: CodeText(
        E, "Forme de la question",
        "La question est « {genre} », mais {cause}.",
        "{remede}",
    ),
    Code.QUIZ016: CodeText(
        E, "Trop d’éléments",
        "Cette question a {nombre} éléments ; on ne peut en montrer que {limite}.",
        "partagez-la en deux questions.",
    ),
    Code.QUIZ017: CodeText(
        E, "Élément en double",
        "« {texte} » est écrit deux fois : rien ne dirait lequel est demandé.",
        "changez l’un des deux, ou regroupez-les avec « question categories ».",
    ),
    Code.QUIZ018: CodeText(
        W, "Question sans note dans une évaluation notée",
        "L’évaluation « {evaluation} » est notée, mais la question « {question} » est « {genre} » et n’a pas de bonne réponse.",
        "elle sera posée sans compter dans le résultat ; retirez-la, ou écrivez « notee: non ».",
    ),
    Code.QUIZ019: CodeText(
        E, "Décision qui revient en arrière",
        "Depuis cette décision, on peut revenir à elle-même : {chemin}.",
        "changez le « vers » qui fait revenir, pour que l’histoire finisse.",
    ),
    Code.QUIZ020: CodeText(
        W, "Décision jamais atteinte",
        "Aucun choix ne mène à cette décision.",
        "ajoutez « > vers : {decision} » à un choix, ou retirez la décision.",
    ),
    Code.QUIZ021: CodeText(
        E, "Évaluation sans page possible",
        "L’évaluation « {evaluation} » ne peut pas avoir sa page : {cause}.",
        "nommez-la « positionnement », « acquis » ou « a-froid ».",
    ),
    Code.QUIZ022: CodeText(
        E, "Bonne réponse dans un questionnaire",
        "La question {question} a une bonne réponse (« {genre} ») : un questionnaire demande un avis.",
        "prenez « echelle » ou « ouverte », ou placez la question dans un module.",
    ),
    Code.IDE001: CodeText(
        E, "Identifiant en double",
        "L’identifiant « {identifiant} » est déjà pris : {ailleurs}.",
        "changez l’un des deux.",
    ),
    Code.IDE002: CodeText(
        E, "Identifiant mal formé",
        "« {identifiant} » ne convient pas comme identifiant.",
        "commencez par une lettre minuscule, puis minuscules, chiffres et tirets, 30 signes au plus.",
    ),
    Code.IDE003: CodeText(
        E, "Module inconnu",
        "Le module « {module} » n’existe pas.{suggestion}",
        "corrigez l’identifiant, ou retirez ce prérequis.",
    ),
    Code.IDE004: CodeText(
        E, "Nom réservé par Windows",
        "Sous Windows, aucun fichier ne peut s’appeler « {identifiant} ».",
        "choisissez un autre nom.",
    ),
    Code.IMG001: CodeText(
        E, "Image absente",
        "L’image « {image} » n’existe pas.{suggestion}",
        "déposez l’image dans « media/ » ou corrigez son nom.",
    ),
    Code.IMG002: CodeText(
        E, "Image hors du module",
        "L’image « {image} » est en dehors du dossier du module.",
        "copiez-la dans le dossier « media/ » du module.",
    ),
    Code.IMG003: CodeText(
        E, "Image en lien symbolique",
        "« {image} » est un lien symbolique.",
        "copiez le vrai fichier dans « media/ ».",
    ),
    Code.IMG004: CodeText(
        E, "Image sans texte de remplacement",
        "L’image « {image} » n’a pas de texte de remplacement.",
        "écrivez ce qu’elle montre entre les crochets, ou ajoutez {{.decoratif}} si elle n’apporte rien.",
    ),
    Code.IMG005: CodeText(
        E, "Image sans licence",
        "L’image « {image} » n’est pas décrite dans medias.yml.",
        "ajoutez-y « {nom}: {{credit: …, licence: …}} ».",
    ),
    Code.IMG006: CodeText(
        E, "Licence incompatible",
        "La licence « {licence} » de « {image} » ne permet pas de publier le module.",
        "choisissez une image sous une de ces licences : {possibles}.",
    ),
    Code.IMG007: CodeText(
        E, "Format d’image",
        "« {image} » n’est pas une image utilisable (formats admis : SVG, PNG, JPEG).",
        "convertissez l’image, corrigez le nom du fichier, ou ôtez du dessin ce qui bouge, s’exécute ou vient d’ailleurs.",
    ),
    Code.IMG008: CodeText(
        W, "Média inutilisé",
        "« {image} » est décrite dans medias.yml mais absente du dossier « media/ ».",
        "supprimez la ligne, ou déposez le fichier.",
    ),
    Code.LIE001: CodeText(
        E, "Lien cassé",
        "Le lien mène à « {cible} », qui n’existe pas.{suggestion}",
        "corrigez l’adresse du lien.",
    ),
    Code.LIE002: CodeText(
        E, "Ancre absente",
        "Le lien mène à « #{ancre} », absent de « {page} ».{suggestion}",
        "corrigez l’ancre, ou écrivez {{#{ancre}}} à la fin du titre visé.",
    ),
    Code.LIE003: CodeText(
        E, "Adresse dangereuse",
        "L’adresse « {cible} » n’est pas admise.",
        "utilisez une adresse https:, http:, mailto:, tel:, sms:, ou le nom d’un fichier du module.",
    ),
    Code.SRC001: CodeText(
        E, "Source inconnue",
        "La source « {source} » n’est pas dans content/sources.yml.{suggestion}",
        "corrigez l’identifiant, ou ajoutez la source.",
    ),
    Code.SRC002: CodeText(
        E, "Fait périmé",
        "La source « {source} » était à relire avant le {date}.",
        "relisez le fait à sa source, puis changez « consulte-le » et « a-relire-avant ».",
    ),
    Code.SRC003: CodeText(
        E, "Fait à confirmer",
        "Ce fait cite « {source} » et reste à confirmer.",
        "ouvrez la source d’origine, puis changez « lu », ou retirez « à confirmer ».",
    ),
    Code.SRC004: CodeText(
        E, "État de citation",
        "« {etat} » n’est pas compris dans cette citation.",
        "écrivez [@source], [@source, p. 12] ou [@source, à confirmer].",
    ),
    Code.VOC001: CodeText(
        E, "Nom inconnu",
        "« {nom} » n’est pas dans « {liste} » de content/vocabulaire.yml.{suggestion}",
        "choisissez parmi : {possibles}.",
    ),
    Code.CHA001: CodeText(
        W, "Mot à remplacer",
        "« {mot} » est à remplacer par « {preferer} » ({pourquoi}).",
        "écrivez autrement ; si d’autres le disent, mettez leurs mots entre « et ».",
    ),
    Code.CHA002: CodeText(
        N, "Mot à peser",
        "« {mot} » : préférez « {preferer} » ({pourquoi}).",
        "écrivez autrement si la phrase y gagne ; ce que d’autres disent se met entre « et ».",
    ),
    Code.CHA003: CodeText(
        W, "Sigle non développé",
        "Le sigle « {sigle} » n’est pas développé là où cette page l’emploie d’abord.",
        "écrivez « {entier} ».",
    ),
    Code.CHA004: CodeText(
        N, "Sigle inconnu",
        "Le sigle « {sigle} » n’est ni développé ici, ni au glossaire.",
        "développez-le, ajoutez-le au glossaire, ou à « sigles-courants » de content/charte.yml si tous le lisent.",
    ),
    Code.CHA005: CodeText(
        N, "Phrase longue",
        "Cette phrase a {mots} mots, plus que {plus}.",
        "coupez-la en deux : une idée par phrase.",
    ),
    Code.CHA006: CodeText(
        N, "Phrase longue en version simple",
        "Cette phrase de la version simple a {mots} mots, plus que {plus}.",
        "gardez un sujet, un verbe et un complément ; le reste va dans une autre phrase.",
    ),
    Code.CHA007: CodeText(
        N, "Phrases longues en moyenne",
        "Les phrases de cette page ont {moyenne} mots en moyenne, plus que {plus}.",
        "coupez les plus longues.",
    ),
    Code.CHA008: CodeText(
        W, "Nombre sans source",
        "« {nombre} » n’a pas de source dans ce paragraphe.",
        "ajoutez [@source] ; sans source, retirez le nombre, ou dites qu’il est inventé.",
    ),
    Code.CHA009: CodeText(
        W, "Nom qui n’est pas dit inventé",
        "« {nom} » ressemble à un vrai nom, et rien dans ces pages ne le dit inventé.",
        "ajoutez « (prénom inventé) » là où il paraît d’abord, ou changez de nom s’il est vrai.",
    ),
    Code.CHA010: CodeText(
        W, "Donnée personnelle",
        "Ce texte contient {quoi}.",
        "retirez-la ; pour un exemple, « .example » finit une adresse et 01 99 00 00 00 n’appelle personne.",
    ),
    Code.CHA011: CodeText(
        W, "Numéros d’urgence à relire",
        "Ces numéros n’ont pas été vérifiés depuis un an : {numeros} ({cause}).",
        "vérifiez-les, puis changez « consulte-le » de la source citée avec eux.",
    ),
    Code.CHA012: CodeText(
        N, "Version simple à relire",
        "Ce texte a changé depuis le {date}, et pas sa version simple.",
        "relisez la version simple ; retouchez-la si elle ne dit plus la même chose.",
    ),
    Code.DUR001: CodeText(
        W, "Durées qui ne s’accordent pas",
        "Les étapes font {somme} pour « {mode} », le module annonce {annonce}.",
        "corrigez « durees » dans module.yml, ou la durée d’une étape.",
    ),
    Code.DUR002: CodeText(
        W, "Activités trop longues pour l’étape",
        "Les activités de l’étape demandent {somme}, l’étape n’a que {annonce} pour « {mode} ».",
        "raccourcissez une activité, ou allongez « duree » en tête de l’étape.",
    ),
    Code.DIA001: CodeText(
        E, "Mise en page inconnue",
        "La mise en page « {nom} » n’existe pas.{suggestion}",
        "choisissez parmi : {possibles}.",
    ),
    Code.DIA002: CodeText(
        W, "Texte trop long pour la diapositive",
        "{quoi} n’a pas sa place en entier sur la diapositive « {titre} » : la suite est dans les notes.",
        "raccourcissez d’environ {signes} signes.",
    ),
    Code.DIA003: CodeText(
        W, "Texte trop long pour sa boîte",
        "{quoi} ne tient pas dans sa boîte sur la diapositive « {titre} » : {suite}.",
        "raccourcissez d’environ {signes} signes, ou laissez ainsi : rien n’est perdu.",
    ),
    Code.DIA004: CodeText(
        W, "Contenu qui ne va pas avec la mise en page",
        "La mise en page « {nom} » montre {attendu} ; ce bloc n’en a pas.",
        "ajoutez {attendu}, ou choisissez une autre mise en page.",
    ),
    Code.SOR001: CodeText(
        E, "Sortie impossible",
        "« {sortie} » n’a pas pu être produit : {cause}.",
        "corrigez la source si la ligne est la vôtre ; sinon signalez ce message à l’équipe technique.",
    ),
    Code.SOR002: CodeText(
        W, "Sortie modifiée à la main",
        "« {sortie} » avait été modifié à la main : votre version est gardée sous « {copie} ».",
        "reportez vos changements dans la source, puis supprimez la copie.",
    ),
    Code.SOR003: CodeText(
        E, "Durée trop courte",
        "La durée demandée, {duree}, ne suffit pas à l’essentiel de ce module : il faut {minimum}.",
        "demandez {minimum} ou plus, ou donnez une autre priorité à une étape ou à une activité.",
    ),
    Code.SOR004: CodeText(
        E, "Durée manquante pour cette séance",
        "La durée « {mode} » manque : {cause}.",
        "ajoutez « {mode} » à la ligne « duree », en tête de chaque étape à garder.",
    ),
    Code.SOR005: CodeText(
        W, "Clé trop lourde",
        "La clé pèse {poids}, plus que {limite} : elle sera longue à copier, et ne tiendra pas sur toutes.",
        "allégez les images et les vidéos, ou effacez de « build » les diaporamas et livrets qui ne servent plus.",
    ),
    Code.SOR006: CodeText(
        E, "Sortie ouverte ailleurs",
        "« {sortie} » n’a pas été remplacé : il est ouvert dans un autre programme, ou protégé.",
        "fermez-le là où il est ouvert, puis relancez la commande ; le reste est fait.",
    ),
    Code.PLAN001: CodeText(
        E, "Dates d’une session",
        "La session « {session} » doit avoir soit « demi-journees », soit « ouverte », et une seule des deux.",
        "donnez ses demi-journées, ou « ouverte: {{du: …, au: …}} » si chacun la suit à son heure.",
    ),
    Code.PLAN002: CodeText(
        E, "Fin avant le début",
        "La session « {session} » finit ici avant de commencer.",
        "vérifiez l’heure ou le jour de la fin.",
    ),
    Code.PLAN003: CodeText(
        E, "Places",
        "La session « {session} » a moins de places au plus qu’au moins.",
        "échangez « min » et « max », ou n’en gardez qu’un.",
    ),
    Code.PLAN004: CodeText(
        E, "Session en double",
        "La session « {session} » existe déjà : {ailleurs}.",
        "donnez un autre identifiant à l’une des deux ; ne changez pas celui d’une session déjà imprimée.",
    ),
    Code.PLAN005: CodeText(
        E, "Module de formation inconnu",
        "Le module « {module} » n’existe pas.{suggestion}",
        "écrivez le nom d’un dossier de « modules ».",
    ),
    Code.PLAN006: CodeText(
        E, "Évaluation inconnue",
        "La session « {session} » demande l’évaluation « {evaluation} », que ses modules n’ont pas.{suggestion}",
        "écrivez une évaluation de « module.yml », ou le nom d’un fichier de « content/evaluations ».",
    ),
    Code.PLAN007: CodeText(
        W, "Durée d’une session",
        "La session « {session} » dure {somme}, et sa formation annonce {duree}.",
        "corrigez « duree », ou l’heure d’une demi-journée.",
    ),
    Code.PLAN008: CodeText(
        W, "Hors de l’année scolaire",
        "La session « {session} » a un jour hors de l’année {annee}.",
        "vérifiez la date, ou rangez la session dans le fichier de son année.",
    ),
    Code.PLAN009: CodeText(
        W, "Demi-journées qui se chevauchent",
        "Deux demi-journées de la session « {session} » ont lieu en même temps.",
        "vérifiez les dates et les heures.",
    ),
    Code.PAR001: CodeText(
        E, "Module de parcours inconnu",
        "Le module « {module} » n’existe pas.{suggestion}",
        "écrivez le nom d’un dossier de « modules ».",
    ),
    Code.PAR002: CodeText(
        E, "Étape de parcours inconnue",
        "Le module « {module} » n’a pas d’étape « {etape} ».{suggestion}",
        "écrivez le nom d’un fichier du module, sans son numéro : {possibles}.",
    ),
    Code.PAR003: CodeText(
        E, "Étape en double",
        "Ce parcours a déjà l’étape « {etape} » du module « {module} ».",
        "gardez-la à un seul endroit.",
    ),
    Code.PAR004: CodeText(
        E, "Parcours inconnu",
        "Le parcours « {parcours} » n’existe pas.{suggestion}",
        "écrivez le nom d’un fichier de « content/parcours », sans « .yml », ou retirez ce prérequis.",
    ),
    Code.PAR005: CodeText(
        E, "Parcours à suivre avant lui-même",
        "Le parcours « {parcours} » serait à suivre avant lui-même : {chemin}.",
        "retirez l’un de ces « prerequis ».",
    ),
    Code.PAR006: CodeText(
        W, "Étape sans durée en ligne",
        "Le parcours « {parcours} » ne sait pas combien dure l’étape « {etape} » du module « {module} ».",
        "donnez à cette étape une durée « en-ligne ».",
    ),
    Code.QST001: CodeText(
        E, "Numéro d’urgence absent",
        "La page « Posez votre question » ne donnerait pas le {numero}.",
        "ajoutez le {numero} à « numeros », avec ce pour quoi on l’appelle et sa source.",
    ),
    Code.DOS001: CodeText(
        W, "Durée de la séance",
        "La session « {session} » a {duree} pour le module « {module} », qui n’a pas de séance de cette durée.",
        "le guide et le livret imprimés sont ceux d’une autre durée ({choisie}) ; donnez des durées aux étapes, ou changez « duree ».",
    ),
    Code.DOS002: CodeText(
        W, "Session annulée",
        "La session « {session} » est annulée : son dossier est produit quand même.",
        "n’imprimez rien si elle n’a pas lieu ; sinon changez « statut » dans le plan.",
    ),
    Code.DOS003: CodeText(
        E, "Ligne sans nom",
        "Cette ligne de la liste n’a pas de nom.",
        "ajoutez le nom, ou supprimez la ligne.",
    ),
    Code.DOS004: CodeText(
        W, "Personne en double",
        "Cette personne est déjà à la ligne {ligne} de la liste : elle n’est comptée qu’une fois.",
        "si ce sont deux personnes, ajoutez de quoi les distinguer, comme leur structure.",
    ),
    Code.DOS005: CodeText(
        E, "Liste vide",
        "La liste n’a aucun nom sous la ligne des titres.",
        "donnez la liste des personnes inscrites, ou retirez « --inscrits » : les lignes resteront à remplir.",
    ),
    Code.EXP001: CodeText(
        N, "Question laissée de côté",
        "{format} ne peut pas tenir {quoi} : {questions}.",
        "prenez un autre fichier pour ces questions : le tableau de « docs/formats/lms.md » dit lequel.",
    ),
    Code.EXP002: CodeText(
        N, "Question sous une autre forme",
        "Dans {format}, {forme} : {questions}.",
        "rien à corriger ; essayez ces questions dans la plateforme avant de les donner.",
    ),
    Code.EXP003: CodeText(
        N, "Détail perdu",
        "{format} ne garde pas {detail} : {questions}.",
        "rien à corriger si la question se comprend sans cela ; sinon, écrivez-le dans l’énoncé.",
    ),
    Code.EXP010: CodeText(
        N, "Types de contenu demandés à la plateforme",
        "Pour montrer {fichier}, la plateforme doit avoir {types}.",
        "demandez à la personne qui l’administre s’ils y sont : un fichier H5P n’apporte pas les siens.",
    ),
    Code.EXP011: CodeText(
        E, "Type de contenu absent",
        "Ces bibliothèques n’ont pas {type}, que demande {fichier}{autres}.",
        "la plateforme refuserait le fichier : faites-y installer ce type de contenu, dans cette version.",
    ),
    Code.EXP012: CodeText(
        E, "Contenu H5P qui serait changé",
        "{fichier} ne suit pas {type} : {place} {cause}.",
        "la plateforme le changerait sans le dire ; signalez-le à l’Atelier, avec la version de ce type.",
    ),
    Code.EXP013: CodeText(
        W, "Type de contenu plus récent",
        "{fichier} demande {type} ; ces bibliothèques ont {autre}.",
        "rien à faire pour Moodle et Magistère ; Lumi refuse le fichier tant qu’il n’a pas aussi la version demandée.",
    ),
    Code.IMP001: CodeText(
        E, "Fichier impossible à importer",
        "Ce fichier ne peut pas être importé : {cause}.",
        "{remede}",
    ),
    Code.IMP002: CodeText(
        W, "Question non importée",
        "La question {question} n’a pas été importée : {cause}.",
        "corrigez-la dans le fichier et recommencez, ou écrivez-la à la main dans questions.md.",
    ),
    Code.IMP003: CodeText(
        W, "Réponses ou points changés",
        "La question {question} n’est pas tout à fait la même : {cause}.",
        "relisez ses réponses dans questions.md.",
    ),
    Code.IMP004: CodeText(
        W, "Texte non repris",
        "La question {question} a perdu {quoi} : {texte}.",
        "écrivez ce texte dans questions.md s’il est utile, par exemple dans le retour général.",
    ),
    Code.IMP005: CodeText(
        N, "Mise en forme simplifiée",
        "La mise en forme de la question {question} est simplifiée : {quoi}.",
        "rien à corriger si la question se lit bien.",
    ),
    Code.IMP006: CodeText(
        W, "Image non reprise",
        "L’image « {image} » n’a pas été reprise : {cause}.",
        "déposez dans « media/ » une image PNG, JPEG ou SVG, puis montrez-la dans la question.",
    ),
    Code.IMP007: CodeText(
        W, "Identifiant déjà pris",
        "La question {question} n’a pas été importée : « {identifiant} » existe déjà, {ailleurs}.",
        "si le fichier a la bonne version, supprimez l’ancienne et recommencez ; sinon, rien à faire.",
    ),
    Code.IMP008: CodeText(
        W, "Image à créditer",
        "L’image « {image} » a été copiée sans auteur ni licence : le fichier ne les donne pas.",
        "écrivez « credit » et « licence » dans media/medias.yml, ou retirez l’image.",
    ),
    Code.IMP009: CodeText(
        N, "Étiquettes non reprises",
        "Ces étiquettes n’ont pas d’équivalent ici et ne sont pas reprises : {etiquettes}.",
        "rien à corriger ; l’objectif s’écrit sous la ligne d’ouverture de la question.",
    ),
    Code.TAB001: CodeText(
        E, "Tableau illisible",
        "Ce tableau ne peut pas être lu : {cause}.",
        "{remede}",
    ),
    Code.TAB002: CodeText(
        E, "En-tête introuvable",
        "Aucune des {limite} premières lignes ne donne les colonnes attendues : {colonnes}.",
        "vérifiez que c’est le bon fichier ; la ligne des titres de colonnes doit y être.",
    ),
    Code.TAB003: CodeText(
        E, "Colonne absente",
        "Il manque des colonnes à {feuille} : {colonnes}.",
        "exportez de nouveau avec ces colonnes, ou ajoutez-les sous ce nom dans la ligne des titres.",
    ),
    Code.TAB004: CodeText(
        W, "Colonne en double",
        "La colonne « {colonne} » est là deux fois : seule la première est lue.",
        "supprimez ou renommez l’autre si c’est elle qui compte.",
    ),
    Code.REP001: CodeText(
        E, "Fichier de réponses illisible",
        "Ce fichier n’a pas été pris : {cause}.",
        "demandez à la personne de l’enregistrer de nouveau depuis sa page.",
    ),
    Code.REP002: CodeText(
        E, "Réponses d’une autre session",
        "Aucune session du plan ne s’appelle « {session} ».{suggestion}",
        "vérifiez que « content/plan » a bien cette session, sous cet identifiant.",
    ),
    Code.REP003: CodeText(
        E, "Évaluation que la session ne demande pas",
        "La session ne demande pas « {moment} ». Elle demande : {possibles}.",
        "corrigez ce nom, ou ajoutez-le à « evaluations » dans le plan.",
    ),
    Code.REP004: CodeText(
        E, "Code de participant",
        "« {code} » n’est pas un code de participant : un signe est faux, ou manque.",
        "relisez-le sur la feuille ; il a sept signes, sans voyelle.",
    ),
    Code.REP005: CodeText(
        W, "Réponse laissée de côté",
        "La réponse à « {question} » n’est pas comptée : {cause}.",
        "rien à faire si la personne n’a pas répondu ; sinon, reprenez sa feuille.",
    ),
    Code.REP006: CodeText(
        W, "Question changée depuis",
        "Ces réponses sont gardées, et ne sont pas comptées avec les autres : {questions}.",
        "rien à corriger : la question a changé entre l’impression et aujourd’hui.",
    ),
    Code.REP007: CodeText(
        W, "Feuille déjà prise",
        "Le code « {code} » a déjà d’autres réponses à « {moment} » : les premières sont gardées.",
        "s’il s’agit d’une erreur de saisie, reprenez cette feuille avec « emas session saisir ».",
    ),
    Code.SES001: CodeText(
        W, "Session changée depuis l’impression",
        "La session « {session} » n’est plus celle dont le dossier a été imprimé : ses dates, ses mots ou ses "
        "questions ont changé.",
        "remettez ce qui était imprimé, ou refaites le dossier : « emas session pack {session} ».",
    ),
    Code.SES002: CodeText(
        W, "Session close, et changée",
        "La session « {session} » est close, et elle a changé depuis : ses résultats seraient lus de travers.",
        "remettez ce qui y était ; si la correction est voulue, supprimez {fichier}.",
    ),
    Code.SOF001: CodeText(
        E, "Plan non mis à jour",
        "Le plan n’a pas été mis à jour : {cause}.",
        "{remede}",
    ),
    Code.SOF002: CodeText(
        W, "Session non écrite",
        "La session « {session} » de Sofia-FMO n’est pas écrite dans le plan : {cause}.",
        "complétez-la dans Sofia-FMO et recommencez, ou écrivez-la vous-même sous cet identifiant.",
    ),
    Code.SOF003: CodeText(
        W, "Lignes sans code",
        "À partir d’ici, des lignes ({nombre}) n’ont pas de code de dispositif ou de module : elles ne sont pas lues.",
        "rien à faire si ce sont des totaux ; sinon, complétez leur code.",
    ),
    Code.SOF004: CodeText(
        E, "Code absent du fichier",
        "Le code de module « {code} » n’est pas dans ce fichier.{suggestion}",
        "vérifiez le code donné avec « --module », ou exportez le plan entier.",
    ),
    Code.SOF005: CodeText(
        W, "Mémoire des imports",
        "Ce que le dernier import avait écrit ne se lit plus.",
        "rien à faire : ce qui diffère est laissé tel quel cette fois, et la mémoire est refaite.",
    ),
}
# fmt: on
