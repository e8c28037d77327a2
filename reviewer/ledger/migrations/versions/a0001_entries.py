"""The table of entries, and guards by which the database itself refuses whatever is not one more entry at the end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SQLITE = (
    """CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    # What would replace a row (INSERT OR REPLACE) comes through here first.
    """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger_entries
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entries)
  OR NEW.previous <> coalesce((SELECT hash FROM ledger_entries ORDER BY sequence DESC LIMIT 1), '"""
    + "0" * 64
    + """')
BEGIN SELECT RAISE(ABORT, 'the ledger takes the next entry only'); END""",
)

_POSTGRESQL = (
    """CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    """CREATE FUNCTION ledger_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entries)
    OR NEW.previous <> coalesce((SELECT hash FROM ledger_entries ORDER BY sequence DESC LIMIT 1), repeat('0', 64))
  THEN RAISE EXCEPTION 'the ledger takes the next entry only'; END IF;
  RETURN NEW;
END $$""",
    """CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_refuse()""",
    """CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_refuse()""",
    """CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_entries
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()""",
    """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_next()""",
)


def upgrade() -> None:
    """The first form of the ledger."""
    op.create_table(
        "ledger_entries",
        sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("submission", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
