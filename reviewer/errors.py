"""The one error a user of the reviewer can cause: something asked of it cannot be done as asked."""

from __future__ import annotations

from reviewer.text import Text


class ReviewerError(Exception):
    """The reviewer's user is wrong (no such path, bad YAML): says what happened, where, and what to do next.

    What is wrong with a *submission* is never an error but a `Gap`; see `reviewer.finding`.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message
