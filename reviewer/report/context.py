"""What a report says beside the review itself: when and how it was made; nothing here reads a clock."""

from __future__ import annotations

from reviewer.record import value


@value
class Context:
    """`when` is the time of the review as it is to be printed, `command` how it was made; None: left out.

    `width` is how many columns the terminal has, for the text form; None: unknown. `receipt` is the number and hash of
    the ledger's entry of this review; None: it was not entered.
    """

    when: str | None
    command: str | None
    width: int | None = None
    receipt: str | None = None


UNDATED = Context(when=None, command=None)
