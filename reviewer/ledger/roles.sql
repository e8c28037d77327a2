-- Roles for a ledger on PostgreSQL. Run this once as the owner of the database, after the first `review --ledger`.
-- Give ledger_reader to whoever looks, ledger_writer to whoever reviews and decides: GRANT ledger_writer TO anna;
-- Neither can change or remove an entry, nor the triggers that refuse it.
CREATE ROLE ledger_reader NOLOGIN;
CREATE ROLE ledger_writer NOLOGIN;
GRANT SELECT ON ledger_entries, ledger_version TO ledger_reader, ledger_writer;
GRANT INSERT ON ledger_entries TO ledger_writer;
