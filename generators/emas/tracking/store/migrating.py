"""Tables brought up to date at start, in one transaction: a crash leaves the former ones."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from emas.tracking.store.errors import StoreTooNewError

_PLACE = Path(__file__).with_name("migrations")
_LOCK = 7_305_417
"""A number of ours: two services that start on PostgreSQL wait for each other."""


def migrate(engine: Engine) -> None:
    """Make the tables, or change those of an older version.

    Raises:
        StoreTooNewError: if a newer version of the program made them.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        settings = config(connection)
        scripts = ScriptDirectory.from_config(settings)
        heads = MigrationContext.configure(connection).get_current_heads()
        known = {script.revision for script in scripts.walk_revisions()}
        if set(heads) - known:
            raise StoreTooNewError(", ".join(heads))
        if set(heads) != set(scripts.get_heads()):
            command.upgrade(settings, "head")


def config(connection: Connection) -> Config:
    """Return what alembic needs to work on `connection`."""
    settings = Config()
    settings.set_main_option("script_location", str(_PLACE).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
