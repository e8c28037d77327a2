"""Code that a page runs beside itself, with a global object of its own: the text of a worker, or the function it is of.

Rows of models say which calls do that: `code` leads to the text, `runs-in` names the type that its global object has.
What such code and the page tell each other, rows say, too (`posts`; see `giving`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.constants import Array, Text
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import FunctionToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.usage import Sink, Usage, details
from reviewer.javascript.uses import Uses
from reviewer.record import thing

CODE = "code"
_RUNS_IN, _ITS_URL = "runs-in", "script-url"
_PUT_TOGETHER = ("+", "join", "array", ".")
_NEAR = 40
"""How many parts of a text are looked through for the text of a function."""


@thing
class Apart:
    """A text that a use runs with a global object of this kind, one of several maybe; or, where it is one's text, the
    function. Where it is not `all`, the use may run something else as well.
    """

    usage: Usage
    kind: str
    node: int
    text: str | None
    function: s.Function | None
    all: bool


def run_apart(linker: Linker, folder: Folder, uses: Uses, usages: Iterable[Usage]) -> Iterator[Apart]:
    """All code of a page that runs beside it, as far as it is known."""
    alternatives = Alternatives(linker.graph, folder)
    for usage in usages:
        for _, detail in details(usage):
            if _RUNS_IN not in detail:
                continue
            kind = detail[_RUNS_IN].removeprefix("=")
            nodes = {node: list(_texts(linker, folder, alternatives, node)) for node in uses.nodes(usage, detail[CODE])}
            functions = {node: list(_functions(linker, folder, node)) for node, texts in nodes.items() if not texts}
            known = all(functions.values())
            for node, texts in nodes.items():
                yield from (Apart(usage, kind, at, text, None, known) for at, text in texts)
                yield from (Apart(usage, kind, node, None, each, known) for each in functions.get(node, ()))


def not_known(sinks: Iterable[Sink], apart: Iterable[Apart]) -> Iterator[Sink]:
    """The sinks of a page without those that ask where code comes from all of which is known."""
    known = {id(each.usage) for each in apart if each.all}
    return (sink for sink in sinks if sink.kind != _ITS_URL or id(sink.usage) not in known)


def _texts(linker: Linker, folder: Folder, alternatives: Alternatives, node: int) -> Iterator[tuple[int, str]]:
    """The texts of which one is run, each with the node where it stands; none where it may be any other."""
    text = code_text(folder, node)
    if text is not None:
        yield _written(linker, folder, node), text
        return
    at = _written(linker, folder, node)
    computed = linker.graph.computed.get(at)
    if computed is None or computed.operator != "array":
        yield from ((_written(linker, folder, one), text) for one, text in alternatives.written(at))
    else:
        yield from ((at, text) for text in alternatives.put_together(computed.operands))


def code_text(folder: Folder, node: int) -> str | None:
    """The whole text that a constant is, or that the parts in a constant array make."""
    known = folder.value(node)
    match known:
        case Text(value=text):
            return text
        case Array(items=items) if all(isinstance(item, Text) for item in items):
            return "".join(item.value for item in items if isinstance(item, Text))
        case _:
            return None


def _written(linker: Linker, folder: Folder, node: int) -> int:
    """The node at whose place a text stands that has gone through variables, or into an array of its own."""
    for _ in range(_NEAR):
        computed = linker.graph.computed.get(node)
        before = folder.sources(node) if computed is None or computed.operator != "array" else computed.operands
        if len(before) != 1 or (computed is not None and computed.operator != "array"):
            break
        node = before[0]
    return node


def _functions(linker: Linker, folder: Folder, node: int) -> Iterator[s.Function]:
    """The functions whose texts are parts of a text."""
    todo, seen = [node], {node}
    while todo and len(seen) < _NEAR:
        at = todo.pop()
        yield from (token.node for token in linker.tokens(at) if isinstance(token, FunctionToken))
        computed = linker.graph.computed.get(at)
        put_together = computed is not None and computed.operator.startswith(_PUT_TOGETHER)
        parts = [*(computed.operands if computed is not None and put_together else ()), *folder.sources(at)]
        todo += [part for part in parts if part not in seen]
        seen.update(parts)
