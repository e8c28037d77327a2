"""A process that enters as much as it is told and says each time that it has: `ledger_writer.py WHERE COUNT SIZE`."""

from __future__ import annotations

import sys

from reviewer.errors import ReviewerError
from reviewer.ledger.address import address
from reviewer.ledger.entry import Kind, Object
from reviewer.ledger.store import Access, opened


def main(where: str, count: int, size: int) -> int:
    try:
        with opened(address(where), Access.MAKE) as store:
            for turn in range(count):
                body: Object = {"turn": turn, "filling": "審" * size}
                receipt = store.append(recorded="2027-01-01", kind=Kind.REVIEW, submission="ab" * 32, body=body)
                sys.stdout.write(f"{receipt}\n")
                sys.stdout.flush()
    except ReviewerError as error:
        sys.stderr.write(error.message.en)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
