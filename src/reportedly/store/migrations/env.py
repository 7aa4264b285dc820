"""What Alembic runs: the steps that are missing, over the connection that it was given."""

from alembic import context

from reportedly.store.table import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
