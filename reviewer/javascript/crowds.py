"""Where too many objects or functions meet to be told apart, they become one: the way to keep linking linear.

Objects of one kind that meet are united: whatever is stored in one under a name may be read from any under that name
(Steensgaard, "Points-to analysis in almost linear time", 1996, but only where precision is lost anyway). Functions that
meet become a crowd, whose arguments go to all of them and whose result is that of any.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.javascript.graph import (
    CONTENT,
    VALUE,
    BoundToken,
    CallSite,
    CrowdToken,
    FunctionToken,
    ObjectToken,
    Token,
)

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

CROWD = 16
"""How many things may stand at a node before those of one kind are taken together."""

_FEW, _PARAMS = 6, 8
"""How many of one kind are not worth it, and how many parameters of a crowd are told apart."""


class Crowds:
    """What has been taken together so far. `any` is False while nothing has; `gathered` are the things that were."""

    def __init__(self, linker: Linker) -> None:
        self.any = False
        self.gathered: set[Token] = set()
        self._linker = linker
        self._united: dict[ObjectToken, ObjectToken] = {}
        self._crowd_of: dict[FunctionToken | BoundToken, CrowdToken] = {}
        self._joined: dict[CrowdToken, CrowdToken] = {}

    def of(self, token: ObjectToken) -> ObjectToken:
        """The object that stands for an object."""
        while token in self._united:
            token = self._united[token]
        return token

    def seen_at(self, known: dict[Token, None], tokens: Sequence[Token]) -> Sequence[Token]:
        """Tokens as they come to a node: objects by what stands for them, functions not beside their crowd."""
        found: list[Token] = []
        for token in tokens:
            if isinstance(token, ObjectToken):
                found.append(self.of(token) if token in self._united else token)
            elif isinstance(token, FunctionToken | BoundToken) and token in self._crowd_of:
                crowd = self.crowd_of(self._crowd_of[token])
                found.append(crowd if crowd in known else token)
            elif isinstance(token, CrowdToken):
                found.append(self.crowd_of(token))
            else:
                found.append(token)
        return tuple(dict.fromkeys(found))

    def gather(self, known: dict[Token, None]) -> tuple[Token, ...]:
        """Take together what there is too much of at a node; what comes to it anew because of that."""
        before = set(known)
        kinds: dict[str, list[Token]] = {}
        for token in known:
            if isinstance(token, ObjectToken):
                kinds.setdefault(token.kind, []).append(token)
            elif isinstance(token, FunctionToken | BoundToken | CrowdToken):
                kinds.setdefault("function", []).append(token)
        for tokens in kinds.values():
            if len(tokens) <= _FEW:
                continue
            self.any = True
            objects = [token for token in tokens if isinstance(token, ObjectToken)]
            together = self._unite(objects) if objects else self._crowd(tokens)
            for token in tokens:
                known.pop(token, None)
            self.gathered.update(tokens)
            self.gathered.discard(together)
            known[together] = None
        return tuple(token for token in known if token not in before)

    # Objects ----------------------------------------------------------------------------------------------------------

    def _unite(self, tokens: Sequence[ObjectToken]) -> ObjectToken:
        first = self.of(tokens[0])
        for token in tokens[1:]:
            other = self.of(token)
            if other is not first:
                self._united[other] = first
                self._linker.unite(first, other)
        return first

    # Functions --------------------------------------------------------------------------------------------------------

    def _crowd(self, tokens: Sequence[Token]) -> CrowdToken:
        """One crowd of all of these, crowds among them included."""
        crowds = [self.crowd_of(token) for token in tokens if isinstance(token, CrowdToken)]
        members = [token for token in tokens if isinstance(token, FunctionToken | BoundToken)]
        crowds += [self.crowd_of(self._crowd_of[token]) for token in members if token in self._crowd_of]
        fresh = self._linker.fresh
        if not crowds:
            like = next(token.value if isinstance(token, FunctionToken) else token.target for token in members)
            crowds = [CrowdToken({}, [fresh(like) for _ in range(_PARAMS)], fresh(like), fresh(like), fresh(like))]
        crowd = crowds[0]
        for other in crowds[1:]:
            if self.crowd_of(other) is not crowd:
                self._joined[self.crowd_of(other)] = crowd
                self._link(crowd, other)
        for token in members:
            if token not in self._crowd_of:
                self._crowd_of[token] = crowd
                self._join(crowd, token)
        return crowd

    def crowd_of(self, crowd: CrowdToken) -> CrowdToken:
        """The crowd that a crowd has become a part of."""
        while crowd in self._joined:
            crowd = self._joined[crowd]
        return crowd

    def _link(self, crowd: CrowdToken, other: CrowdToken) -> None:
        linker = self._linker
        crowd.members.update(other.members)
        for mine, theirs in zip((*crowd.params, crowd.this), (*other.params, other.this), strict=True):
            linker.edge(mine, theirs)
        linker.edge(other.result, crowd.result)
        linker.edge(other.thrown, crowd.thrown)

    def _join(self, crowd: CrowdToken, token: FunctionToken | BoundToken) -> None:
        linker = self._linker
        if isinstance(token, BoundToken):
            linker.call_bound(token, tuple(crowd.params), crowd.result)
            return
        crowd.members[token] = None
        linker.call_unknown(token)
        for index, param in enumerate(token.params):
            if index == token.rest:
                for at in crowd.params[index:]:
                    linker.write(param, None, at)
            else:
                linker.edge(crowd.params[min(index, _PARAMS - 1)], param)
        if token.arguments >= 0:
            for at in crowd.params:
                linker.write(token.arguments, None, at)
        if token.closure.this < 0:
            linker.edge(crowd.this, token.this)
        linker.edge(token.result, crowd.result)
        if token.node.generator or not token.node.is_async:
            linker.edge(token.thrown, crowd.thrown)

    def enter(self, call: CallSite, crowd: CrowdToken) -> None:
        """A call of any of a crowd."""
        linker = self._linker
        crowd = self.crowd_of(crowd)
        call.entered.update(crowd.members)
        site = call.number
        for index, arg in enumerate(call.args):
            linker.edge(arg, crowd.params[min(index, _PARAMS - 1)], VALUE, site)
        for whole in call.spread:
            item = linker.fresh(call.result)
            linker.read(whole, None, item)
            for param in crowd.params[len(call.args) :]:
                linker.edge(item, param, VALUE, site)
        if call.new:
            made = ObjectToken("instance", call.result)
            linker.introduce(call.result, made)
            linker.introduce(crowd.this, made)
            linker.edge(call.result, crowd.this, CONTENT)
            for member in crowd.members:
                linker.delegate(made, linker.field(member.original or member, "prototype", call.result))
        elif call.this >= 0:
            linker.edge(call.this, crowd.this, VALUE, site)
        linker.edge(crowd.result, call.result, VALUE, -site)
        if call.thrown >= 0:
            linker.edge(crowd.thrown, call.thrown, VALUE, -site)
        linker.invoked.setdefault(site, {}).update(crowd.members)
