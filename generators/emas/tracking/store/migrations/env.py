"""What alembic runs around the steps: they go into the transaction that is open."""

from alembic import context

from emas.tracking.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
