"""Licences as H5P names them: a site refuses a package whose licence has another name."""

from emas.writers.lms.h5p.types import Json

NAMED: dict[str, Json] = {
    "CC BY-SA 4.0": {"license": "CC BY-SA", "licenseVersion": "4.0"},
    "CC BY 4.0": {"license": "CC BY", "licenseVersion": "4.0"},
    "CC0 1.0": {"license": "CC0 1.0"},
    "domaine public": {"license": "PD"},
}
"""What the metadata say of each licence of `vocabulaire.yml` that H5P has."""


def licence(name: str) -> Json:
    """Return what the metadata say of a licence, in full letters if H5P does not have it."""
    return NAMED.get(name) or {"license": "U", "licenseExtras": name}
