"""Why there is no site; without MkDocs, which takes long to import."""

from emas.jobs import OutputError


class SiteError(OutputError):
    """MkDocs would not build the site: a French sentence, with the reason in its own words."""

    def __str__(self) -> str:
        return f"MkDocs a refusé et dit « {self.args[0]} »"
