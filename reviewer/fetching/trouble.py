"""Why something could not be had: the error that ends one request, and the line that stays of it in the store."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.intake.fetched import LACKS, THINGS, Lack, Thing
from reviewer.text import Text

_CODE = re.compile(r"[A-Z0-9_]{1,32}")


class FetchError(Exception):
    """A request that came to nothing, after all retries. `code` is the server's own, where it is of the usual form."""

    def __init__(self, lack: Lack, status: int | None = None, code: str | None = None) -> None:
        super().__init__(lack.value)
        self.lack = lack
        self.status = status
        self.code = code if code is not None and _CODE.fullmatch(code) else None


class StoppedError(Exception):
    """The run ends, and no further request is made."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not in the store. `place` is the list a file is registered in, `name` a file's or an app's."""

    thing: Thing
    lack: Lack
    name: str | None = None
    place: str | None = None
    status: int | None = None
    code: str | None = None

    @classmethod
    def of(cls, thing: Thing, trouble: FetchError, *, name: str | None = None, place: str | None = None) -> Missing:
        """What a request was for, and what became of it."""
        return cls(thing, trouble.lack, name, place, trouble.status, trouble.code)

    @property
    def text(self) -> Text:
        """One sentence; what is quoted in it comes from outside."""
        what, why = THINGS[self.thing], LACKS[self.lack]
        named = " ".join(part for part in (self.place, self.name) if part)
        answer = " ".join(str(part) for part in (self.status, self.code) if part)
        return Text(
            ja=f"取得できません: {what.ja}{f'「{named}」' if named else ''}: {why.ja}。"
            + (f"（{answer}）" if answer else ""),
            en=f"Not had: {what.en}{f' “{named}”' if named else ''}: {why.en}." + (f" ({answer})" if answer else ""),
        )
