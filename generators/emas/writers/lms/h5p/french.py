"""Every label of the content types, in French: a missing one would show in English.

What begins with @, : or % is filled by the content type; the marks differ from one to another.
"""

from collections.abc import Mapping

Labels = Mapping[str, str]

READ_ALOUD = {
    "a11yCheck": "Vérifier. Chaque réponse sera dite juste, fausse ou absente.",
    "a11yShowSolution": "Voir la solution. Les bonnes réponses seront montrées.",
    "a11yRetry": "Recommencer. Toutes les réponses seront effacées.",
}
SCORE = "Vous avez :num point(s) sur :total"

CONFIRM: Mapping[str, Labels] = {
    "confirmCheck": {
        "header": "Terminer\u202f?",
        "body": "Vos réponses vont être vérifiées.",
        "cancelLabel": "Annuler",
        "confirmLabel": "Terminer",
    },
    "confirmRetry": {
        "header": "Recommencer\u202f?",
        "body": "Vos réponses vont être effacées.",
        "cancelLabel": "Annuler",
        "confirmLabel": "Recommencer",
    },
}

START = "Commencer"
NO_MARK = "Les points servent à voir ce qui mérite d’être relu. Prenez votre temps."

SET: Labels = {
    "prevButton": "Question précédente",
    "previous": "Précédente",
    "nextButton": "Question suivante",
    "next": "Suivante",
    "finishButton": "Terminer",
    "submitButton": "Envoyer",
    "textualProgress": "Question @current sur @total",
    "jumpToQuestion": "Question %d sur %total",
    "questionLabel": "Question",
    "readSpeakerProgress": "Question @current sur @total",
    "unansweredText": "Sans réponse",
    "answeredText": "Répondue",
    "currentQuestionText": "Question en cours",
    "navigationLabel": "Questions",
}

END: Labels = {
    "noResultMessage": "Terminé",
    "message": "Pour faire le point",
    "amountCorrect": "@finals sur @totals",
    "scoreBarLabel": "Vous avez @finals point(s) sur @totals",
    "scoreHeader": "Points",
    "solutionButtonText": "Voir les solutions",
    "retryButtonText": "Recommencer",
    "finishButtonText": "Terminer",
    "submitButtonText": "Envoyer",
    "skipButtonText": "Passer la vidéo",
}
BELOW = "Quelques points méritent d’être relus."
ENOUGH = "L’essentiel est là."

MULTI_CHOICE: Labels = {
    "checkAnswerButton": "Vérifier",
    "submitAnswerButton": "Envoyer",
    "showSolutionButton": "Voir la solution",
    "tryAgainButton": "Recommencer",
    "tipsLabel": "Voir l’indice",
    "scoreBarLabel": SCORE,
    "tipAvailable": "Un indice est proposé",
    "feedbackAvailable": "Un commentaire est proposé",
    "readFeedback": "Lire le commentaire",
    "wrongAnswer": "Réponse fausse",
    "correctAnswer": "Bonne réponse",
    "shouldCheck": "Il fallait cocher cette réponse",
    "shouldNotCheck": "Il ne fallait pas cocher cette réponse",
    "noInput": "Répondez avant de voir la solution",
    **READ_ALOUD,
}

TRUE_FALSE: Labels = {
    "trueText": "Vrai",
    "falseText": "Faux",
    "score": "Vous avez @score point(s) sur @total",
    "checkAnswer": "Vérifier",
    "submitAnswer": "Envoyer",
    "showSolutionButton": "Voir la solution",
    "tryAgain": "Recommencer",
    "wrongAnswerMessage": "Réponse fausse",
    "correctAnswerMessage": "Bonne réponse",
    "scoreBarLabel": SCORE,
    **READ_ALOUD,
}

BLANKS: Labels = {
    "showSolutions": "Voir la solution",
    "tryAgain": "Recommencer",
    "checkAnswer": "Vérifier",
    "submitAnswer": "Envoyer",
    "notFilledOut": "Remplissez tous les trous avant de voir la solution",
    "answerIsCorrect": "«\u00a0:ans\u00a0» est juste",
    "answerIsWrong": "«\u00a0:ans\u00a0» est faux",
    "answeredCorrectly": "Réponse juste",
    "answeredIncorrectly": "Réponse fausse",
    "solutionLabel": "Bonne réponse\u00a0:",
    "inputLabel": "Trou @num sur @total",
    "inputHasTipLabel": "Un indice est proposé",
    "tipLabel": "Indice",
    "scoreBarLabel": SCORE,
    "a11yCheckingModeHeader": "Correction",
    **READ_ALOUD,
}

DRAG_TEXT: Labels = {
    "checkAnswer": "Vérifier",
    "submitAnswer": "Envoyer",
    "tryAgain": "Recommencer",
    "showSolution": "Voir la solution",
    "dropZoneIndex": "Emplacement @index.",
    "empty": "L’emplacement @index est vide.",
    "contains": "L’emplacement @index contient l’étiquette «\u00a0@draggable\u00a0».",
    "ariaDraggableIndex": "Étiquette @index sur @count.",
    "tipLabel": "Voir l’indice",
    "correctText": "Juste\u202f!",
    "incorrectText": "Faux.",
    "resetDropTitle": "Retirer l’étiquette",
    "resetDropDescription": "Voulez-vous vider cet emplacement\u202f?",
    "grabbed": "Étiquette prise.",
    "cancelledDragging": "Déplacement annulé.",
    "correctAnswer": "Bonne réponse\u00a0:",
    "feedbackHeader": "Commentaire",
    "scoreBarLabel": SCORE,
    **READ_ALOUD,
}

IMAGE: Labels = {
    "contentName": "Image",
    "expandImage": "Agrandir l’image",
    "minimizeImage": "Réduire l’image",
}
