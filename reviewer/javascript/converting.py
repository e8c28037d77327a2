"""Objects turned into texts and numbers by methods of their own: the calls that the language makes for it (7.1.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reviewer.javascript.graph import TAINT, CallSite, Conversion, FunctionToken, ObjectToken, Token
from reviewer.javascript.linking import Linker
from reviewer.javascript.places import Place

_FIRST = "@@toPrimitive"
_ORDER: Mapping[str, Sequence[str]] = MappingProxyType(
    {"string": (_FIRST, "toString", "valueOf"), "default": (_FIRST, "valueOf", "toString")}
)

_ADDRESS = "url"
"""The detail of a row that says where an address stands."""


class Converting:
    """The conversions of a graph, followed as objects turn up at their operands."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._asked: dict[tuple[Conversion, Token], dict[str, int]] = {}
        self._done: set[tuple[Conversion, Token]] = set()

    def revise(self) -> bool:
        """Make the calls that are known by now to be made; whether there were any, or anything was asked for them."""
        changed = self._take_addresses() if self._linker.graph.converts else False
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

    def _take_addresses(self) -> bool:
        """What an API takes for an address it turns into a text; whether there is any new object among them."""
        linker, changed = self._linker, False
        for call in (*linker.graph.calls, *linker.further):
            for index in {index for token in call.tokens if isinstance(token, Place) for index in _addresses(token)}:
                node = call.args[index] if index < len(call.args) else -1
                if node in linker.spelled or not any(isinstance(token, ObjectToken) for token in linker.tokens(node)):
                    continue
                text = linker.spelled[node] = linker.fresh(node)
                linker.graph.conversions.append(Conversion(node, "string", text))
                linker.edge(text, node, TAINT)
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


def _addresses(place: Place) -> list[int]:
    """Which arguments of a call may be addresses as a whole."""
    paths = [path.strip() for _, detail in place.details for path in detail.get(_ADDRESS, "").split("|")]
    return [int(path) for path in paths if path.isdigit()]
