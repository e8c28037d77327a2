"""The ledger of reviews (審査台帳): who decided what about which bytes, append-only, every entry chained to the last.

`store` keeps rows in SQLite or PostgreSQL, `chain` finds what was done to them, `register` is what they say. Nothing of
it is imported by whoever keeps no ledger.
"""
