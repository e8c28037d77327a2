"""The rows of a ledger -> what is wrong with the chain they form: edited, removed, inserted and reordered rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from reviewer.ledger.entry import GENESIS, Receipt, Row, digest
from reviewer.record import value
from reviewer.text import Text

_NEARBY = 4


class Harm(StrEnum):
    """What was done to a row."""

    EDITED = "edited"
    MOVED = "moved"
    REMOVED = "removed"
    UNLINKED = "unlinked"
    UNGUARDED = "unguarded"


@value
class Flaw:
    """One thing that is wrong; `sequence` is the number of the entry it concerns, 0 for the ledger as a whole."""

    harm: Harm
    sequence: int
    message: Text


def flaws(rows: Sequence[Row], receipts: Iterable[Receipt] = ()) -> Iterator[Flaw]:
    """Every flaw in order of number; `receipts` were noted elsewhere, and the ledger must still hold them.

    Nothing in a table shows that its end was cut off, or that all of it was written anew: only a receipt does.
    """
    before, shift = Row(0, "", "", "", "", "", GENESIS), 0
    numbers = {row.hash: row.sequence for row in rows}
    for row in rows:
        yield from _gone(before.sequence, row.sequence)
        own = _own_number(row, (row.sequence + shift, numbers.get(row.previous, 0) + 1))
        if own is None:
            shift = 0
            yield Flaw(
                Harm.EDITED,
                row.sequence,
                Text(
                    ja=f"第{row.sequence}号: 書き換えられています(記録された照合値と中身が合いません)。",
                    en=f"Entry {row.sequence}: edited (its content does not fit its hash).",
                ),
            )
        elif own != row.sequence:
            shift = own - row.sequence
            yield Flaw(
                Harm.MOVED,
                row.sequence,
                Text(
                    ja=f"第{row.sequence}号: 順番が変えられています(もとは第{own}号)。",
                    en=f"Entry {row.sequence}: moved (it was entry {own}).",
                ),
            )
        if row.previous != before.hash and row.sequence == before.sequence + 1:
            yield Flaw(
                Harm.UNLINKED,
                row.sequence,
                Text(
                    ja=f"第{row.sequence}号: 前の号につながりません"
                    f"(第{before.sequence}号との間で、差し込み、差し替え、並べ替え、削除のどれかがあります)。",
                    en=f"Entry {row.sequence}: does not follow entry {before.sequence} "
                    "(something was inserted, replaced, reordered or removed between them).",
                ),
            )
        before = row
    yield from _lost(rows, receipts)


def _gone(before: int, number: int) -> Iterator[Flaw]:
    for missing in range(before + 1, number):
        yield Flaw(
            Harm.REMOVED,
            missing,
            Text(ja=f"第{missing}号: なくなっています。", en=f"Entry {missing}: removed."),
        )


def _own_number(row: Row, likely: Iterable[int]) -> int | None:
    """The number under which the row's hash fits its content; None where it fits under none that is near or likely."""
    own = digest(row, row.sequence)
    if own is None or own == row.hash:
        return None if own is None else row.sequence
    near = range(row.sequence - _NEARBY, row.sequence + _NEARBY + 1)
    tried = dict.fromkeys((*likely, *near))
    return next((number for number in tried if number > 0 and digest(row, number) == row.hash), None)


def _lost(rows: Sequence[Row], receipts: Iterable[Receipt]) -> Iterator[Flaw]:
    last = rows[-1].sequence if rows else 0
    kept = {(row.sequence, row.hash) for row in rows}
    for receipt in receipts:
        if (receipt.sequence, receipt.hash) in kept:
            continue
        if receipt.sequence > last:
            message = Text(
                ja=f"第{last + 1}号から第{receipt.sequence}号までが、末尾からなくなっています"
                f"(控えの照合番号 {receipt})。",
                en=f"Entries {last + 1} to {receipt.sequence} were removed from the end (noted: {receipt}).",
            )
            yield Flaw(Harm.REMOVED, receipt.sequence, message)
        else:
            message = Text(
                ja=f"第{receipt.sequence}号: 控えの照合番号 {receipt} と違います。台帳が作り直されています。",
                en=f"Entry {receipt.sequence}: differs from the noted {receipt}. The ledger was written anew.",
            )
            yield Flaw(Harm.EDITED, receipt.sequence, message)
