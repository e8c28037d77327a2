"""Objects turned into texts and numbers by methods of their own: the calls that the language makes for it (7.1.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reviewer.javascript.graph import CallSite, Conversion, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker

_FIRST = "@@toPrimitive"
_ORDER: Mapping[str, Sequence[str]] = MappingProxyType(
    {"string": (_FIRST, "toString", "valueOf"), "default": (_FIRST, "valueOf", "toString")}
)


class Converting:
    """The conversions of a graph, followed as objects turn up at their operands."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._asked: dict[tuple[Conversion, Token], dict[str, int]] = {}
        self._done: set[tuple[Conversion, Token]] = set()

    def revise(self) -> bool:
        """Make the calls that are known by now to be made; whether there were any, or anything was asked for them."""
        changed = False
        for conversion in self._linker.graph.conversions:
            for token in tuple(self._linker.tokens(conversion.operand)):
                if not isinstance(token, ObjectToken) or (conversion, token) in self._done:
                    continue
                methods = self._asked.get((conversion, token))
                if methods is None:
                    # Asking for a property may bring it in from a prototype: look again when that has been followed.
                    methods = self._asked[conversion, token] = {
                        name: self._linker.field(token, name, conversion.result) for name in _ORDER[conversion.hint]
                    }
                    changed = True
                    continue
                method = next((at for at in methods.values() if self._is_function(at)), None)
                if method is not None:
                    self._done.add((conversion, token))
                    self._call(conversion, token, method)
                    changed = True
        return changed

    def _is_function(self, node: int) -> bool:
        return any(isinstance(token, FunctionToken) for token in self._linker.tokens(node))

    def _call(self, conversion: Conversion, token: Token, method: int) -> None:
        linker, result = self._linker, conversion.result
        this = linker.fresh(result)
        linker.introduce(this, token)
        linker.call(
            CallSite(
                number=0,
                node=linker.graph.origin[result],
                script=linker.graph.script[result],
                callee=method,
                this=this,
                args=(),
                spread=(),
                result=result,
                new=False,
                member=None,
                function=None,
                loop=False,
                depth=1,
            )
        )
