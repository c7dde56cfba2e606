"""How Alembic runs here: on a connection handed over by the program, inside the transaction that it began."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True, version_table="schema_version")
context.run_migrations()
