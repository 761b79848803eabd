"""What the pages of assessments are called, wherever they are named."""

from emas.model import Assessment

BEFORE = "positionnement"
TITLES = {
    BEFORE: "Me situer avant de commencer",
    "acquis": "Faire le point",
    "a-froid": "Faire le point, plus tard",
}


def title_of(assessment: Assessment) -> str:
    """Return the title of an assessment's page."""
    return TITLES.get(assessment.id, assessment.id.replace("-", " ").capitalize())
