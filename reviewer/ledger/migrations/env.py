"""Run by Alembic: takes the steps on the connection it was given, within the transaction that is open there."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="ledger_version")
with context.begin_transaction():
    context.run_migrations()
