"""Where too many objects or functions meet to be told apart, they become one: the way to keep linking linear.

Objects of one kind that meet are united: whatever is stored in one under a name may be read from any under that name
(Steensgaard, "Points-to analysis in almost linear time", 1996, but only where precision is lost anyway). Functions that
meet become a crowd, whose arguments go to all of them and whose result is that of any.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.javascript.graph import CONTENT, VALUE, CallSite, CrowdToken, FunctionToken, ObjectToken, Token

if TYPE_CHECKING:
    from reviewer.javascript.linking import Linker

CROWD = 24
"""How many things may stand at a node before those of one kind are taken together."""

_FEW = 8
"""How many of one kind are not worth it."""


class Crowds:
    """What has been taken together so far. `any` is False while nothing has."""

    def __init__(self, linker: Linker) -> None:
        self.any = False
        self._linker = linker
        self._united: dict[ObjectToken, ObjectToken] = {}
        self._crowd_of: dict[FunctionToken, CrowdToken] = {}

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
            elif not (isinstance(token, FunctionToken) and self._crowd_of.get(token) in known):
                found.append(token)
        return found

    def gather(self, known: dict[Token, None]) -> tuple[Token, ...]:
        """Take together what there is too much of at a node; what comes to it anew because of that."""
        before = set(known)
        kinds: dict[str, list[Token]] = {}
        for token in known:
            kind = token.kind if isinstance(token, ObjectToken) else type(token).__name__
            kinds.setdefault(kind, []).append(token)
        for tokens in kinds.values():
            if len(tokens) <= _FEW:
                continue
            objects = [token for token in tokens if isinstance(token, ObjectToken)]
            functions = [token for token in tokens if isinstance(token, FunctionToken)]
            together = self._unite(objects) if objects else self._crowd(functions) if functions else None
            if together is not None:
                self.any = True
                for token in tokens:
                    known.pop(token, None)
                known.setdefault(together)
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

    def _crowd(self, functions: Sequence[FunctionToken]) -> CrowdToken:
        crowd = next((self._crowd_of[f] for f in functions if f in self._crowd_of), None)
        if crowd is None:
            like = functions[0].value
            fresh = self._linker.fresh
            crowd = CrowdToken({}, [], fresh(like), fresh(like))
        for function in functions:
            if function not in self._crowd_of:
                self._crowd_of[function] = crowd
                self._join(crowd, function)
        return crowd

    def _join(self, crowd: CrowdToken, function: FunctionToken) -> None:
        linker = self._linker
        crowd.members[function] = None
        linker.call_unknown(function)
        while len(crowd.params) < len(function.params):
            crowd.params.append(linker.fresh(function.value))
        for index, param in enumerate(function.params):
            if index == function.rest:
                for at in crowd.params[index:]:
                    linker.write(param, None, at)
            else:
                linker.edge(crowd.params[index], param)
        if function.arguments >= 0:
            for at in crowd.params:
                linker.write(function.arguments, None, at)
        if function.closure.this < 0:
            linker.edge(crowd.this, function.this)
        linker.edge(function.result, crowd.result)

    def enter(self, call: CallSite, crowd: CrowdToken) -> None:
        """A call of any of a crowd."""
        linker = self._linker
        call.entered.update(crowd.members)
        site = call.number
        for index, arg in enumerate(call.args):
            if index < len(crowd.params):
                linker.edge(arg, crowd.params[index], VALUE, site)
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
