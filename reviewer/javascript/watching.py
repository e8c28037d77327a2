"""Who wants to know what comes: called with everything that stands at a node, or with each property of an object.

Visits are made one after the other while linking, and what is to be done `later` when nothing else is left.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import count

from reviewer.javascript.graph import ObjectToken, Token
from reviewer.javascript.places import Entry

_FIRST_SITE = 1 << 32
"""Where the numbers of calls begin that no text spells out."""

Owner = Token | Entry


class Watching(ABC):
    """The part of linking that remembers who watches what."""

    def __init__(self) -> None:
        self._watchers: dict[int, list[Callable[[Token], None]]] = {}
        self._visitors: dict[Owner, list[Callable[[str | None, int], None]]] = {}
        self._heirs: dict[Token, list[Callable[[int], None]]] = {}
        self._visits: deque[Callable[[], None]] = deque()
        self._later: deque[Callable[[], None]] = deque()
        self._sites = count(_FIRST_SITE)

    @abstractmethod
    def tokens(self, node: int) -> Iterable[Token]:
        """What can stand at a node."""

    @abstractmethod
    def fields_of(self, token: Token) -> Mapping[str | None, int]:
        """The property nodes of an object so far."""

    @abstractmethod
    def delegates_of(self, token: Token) -> Mapping[int, frozenset[str]]:
        """The nodes at which an object finds what it does not hold itself, so far, and the names that it does not."""

    @abstractmethod
    def owner(self, token: Token) -> Owner:
        """Whose properties those of a thing are."""

    def each_token(self, node: int, visit: Callable[[Token], None]) -> None:
        """From now on, `visit` is called with everything that can stand at a node."""
        self._watchers.setdefault(node, []).append(visit)
        self._visits.extend(partial(visit, token) for token in self.tokens(node))

    def each_field(self, token: Token, visit: Callable[[str | None, int], None]) -> None:
        """From now on, `visit` is called with the key and the node of every property of an object."""
        self._visitors.setdefault(self.owner(token), []).append(visit)
        self._visits.extend(partial(visit, key, at) for key, at in self.fields_of(token).items())

    def each_delegate(self, token: Token, visit: Callable[[int], None]) -> None:
        """From now on, `visit` is called with every node at which an object finds what it does not hold itself."""
        owner = self.owner(token)
        if isinstance(owner, Entry):
            return
        self._heirs.setdefault(owner, []).append(visit)
        self._visits.extend(partial(visit, node) for node in self.delegates_of(token))

    def later(self, action: Callable[[], None]) -> None:
        """Do this when all that is known has been pushed: for what depends on something not being there."""
        self._later.append(action)

    def site(self) -> int:
        """The number of a call that no text spells out, told apart from all others."""
        return next(self._sites)

    # What linking reports ---------------------------------------------------------------------------------------------

    def _arrived(self, node: int, fresh: Sequence[Token]) -> None:
        for visit in self._watchers.get(node, ()):
            self._visits.extend(partial(visit, token) for token in fresh)

    def _made(self, token: Token, key: str | None, node: int) -> None:
        visitors = self._visitors.get(self.owner(token))
        if visitors is not None:
            self._visits.extend([partial(visit, key, node) for visit in visitors])

    def _inherits(self, token: Token, node: int) -> None:
        heirs = self._heirs.get(token)
        if heirs is not None:
            self._visits.extend([partial(visit, node) for visit in heirs])

    def _watched_with(self, token: ObjectToken, other: ObjectToken) -> None:
        """One object stands for another as well."""
        for visit in self._visitors.pop(other, []):
            self.each_field(token, visit)
        for heir in self._heirs.pop(other, []):
            self.each_delegate(token, heir)
