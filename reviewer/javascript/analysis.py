"""All scripts of one page -> its facts: scopes, graph, linking, flows, then everything as values with places."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from reviewer.finding import Confidence
from reviewer.javascript import syntax as s
from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.apart import CODE, not_known, run_apart
from reviewer.javascript.asking import Asking
from reviewer.javascript.assuming import resolve
from reviewer.javascript.ast import Ast
from reviewer.javascript.builder import Builder
from reviewer.javascript.copying import Bodies
from reviewer.javascript.deriving import Deriving
from reviewer.javascript.details import Details
from reviewer.javascript.expressions import EXPRESSIONS
from reviewer.javascript.facts import Argument, Facts, Flow, Folded, Markup, Unresolved, Use
from reviewer.javascript.flows import FlowFinder, Reached
from reviewer.javascript.folding import Folder
from reviewer.javascript.functions import copy, draw
from reviewer.javascript.graph import Graph, function_name
from reviewer.javascript.handlers import Handlers
from reviewer.javascript.inert import does_nothing
from reviewer.javascript.inert_markup import InertMarkup
from reviewer.javascript.keeping import Keeping
from reviewer.javascript.knowledge import Knowledge
from reviewer.javascript.linking import Linker
from reviewer.javascript.literals import literals
from reviewer.javascript.members import Members
from reviewer.javascript.named_markup import with_markup
from reviewer.javascript.natives import NATIVES
from reviewer.javascript.options import Options
from reviewer.javascript.parsing import parse
from reviewer.javascript.quoting import Quoting
from reviewer.javascript.requests import Requests
from reviewer.javascript.scopes import analyse_scopes
from reviewer.javascript.scriptlets import code_in
from reviewer.javascript.shapes import Shapes
from reviewer.javascript.statements import STATEMENTS
from reviewer.javascript.telling import told_in
from reviewer.javascript.trace import steps
from reviewer.javascript.trial.trials import Trials
from reviewer.javascript.undeclared import undeclared
from reviewer.javascript.usage import Sink, Usage, details
from reviewer.javascript.uses import HTML, Uses
from reviewer.javascript.written_data import connect
from reviewer.source import Goal, Location, Script, SourceFile

_CODE = frozenset({"code", "script-text", "handler-attribute"})
"""Kinds of sinks that run what they get."""

_EMPTY = re.compile(r"\s*(?:javascript:[\s;]*)?", re.IGNORECASE)
"""Code in which there is nothing."""

_TAG = re.compile(r"<[a-z]", re.IGNORECASE)

_FREE = "destination"
"""The kind of sink that stands for the choice of where a request goes; see guards.yaml."""

_TOLD = frozenset({"becomes", "integrity", "relation", "secret", "target"})
"""Details of rows that rules ask for as they are."""

_STYLE = "css"
"""The detail that says where the text of a style stands."""

_EXAMINED = "examined"
"""What rules are told of code that a page runs beside itself, where it is known and was looked at like the rest."""

_SENDER = "sender"
"""The name under which rules ask whether a listener checks who sent what it gets."""

_SAFE = "made-safe"
"""The name under which rules ask whether all that is run as code was tested or reduced to what does no harm."""

_MOST_CODE, _DEEPEST_CODE = 1_000, 6
"""How many texts that are run as code are looked into, and how deep in one another; what is beyond is said."""

_MOST_TEXT = 3_000_000
"""Characters of scripts on one page that are followed; what is beyond is said. Each takes about 700 bytes of memory."""


def analyse(page: str, asts: Sequence[Ast], knowledge: Knowledge) -> Facts:
    """The facts of one page's scripts, which run together in the order given.

    Constant text that they run as code is parsed and analysed with them, and so is what that runs, a few levels deep.
    """
    examined, too_large = _within_limit(asts)
    left_out = [Unresolved("too-large", ast.script.location(0, len(ast.script.text))) for ast in too_large]
    embedded: dict[Ast, s.Node | None] = {}
    apart: dict[s.Node, str] = {}
    for level in range(_DEEPEST_CODE + 1):
        scripts = [*examined, *embedded]
        with _deep(max((ast.depth for ast in scripts), default=0)):
            analysis = _Analysis(page, scripts, embedded, apart, knowledge)
            beside: dict[s.Node, str] = {x.function: x.kind for x in analysis.apart if x.function is not None}
            settled = beside.keys() <= apart.keys()
            apart.update(beside)
            further = list(analysis.code())
            last = level == _DEEPEST_CODE or len(embedded) + len(further) > _MOST_CODE
            if last:
                left_out += [Unresolved("code-in-text", code.location(0, len(code.text))) for code, *_ in further]
                further = []
            found = {parse(code): (within, kind) for code, within, kind in further}
            embedded.update((ast, within) for ast, (within, _) in found.items())
            apart.update((ast.root, kind) for ast, (_, kind) in found.items() if kind is not None)
            done = last or (settled and all(does_nothing(ast) for ast in found))
            facts = analysis.facts(left_out) if done else None
            analysis.let_go()
            if facts is not None:
                return facts
    raise AssertionError("the last level returns")


def _within_limit(asts: Sequence[Ast]) -> tuple[list[Ast], list[Ast]]:
    """Which scripts of a page are analysed, in load order, and which are left out: the largest ones first."""
    total = sum(len(ast.script.text) for ast in asts)
    left: list[Ast] = []
    for ast in sorted(asts, key=lambda ast: -len(ast.script.text)):
        if total <= _MOST_TEXT:
            break
        total -= len(ast.script.text)
        left.append(ast)
    return [ast for ast in asts if ast not in left], left


@contextmanager
def _deep(depth: int) -> Iterator[None]:
    """Room for Python calls as deep as the tree: pure Python calls cost no C stack since 3.11."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 2_000 + depth * 12))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class _Analysis:
    """The stages in order, and the way from nodes to places in text."""

    def __init__(
        self,
        page: str,
        asts: Sequence[Ast],
        embedded: Mapping[Ast, s.Node | None],
        apart: Mapping[s.Node, str],
        knowledge: Knowledge,
    ) -> None:
        self._page = page
        self._asts = asts
        self._embedded = embedded
        self._titles = knowledge.titles
        self._kinds = knowledge.sinks
        self._places = knowledge.places
        around = {ast: within for ast, within in embedded.items() if within is not None}
        self._scopes = scopes = analyse_scopes(asts, around, frozenset(self._places.speaking), apart)
        self._builder = builder = Builder(asts, scopes, self._places, self._kinds.guards, EXPRESSIONS, STATEMENTS)
        self._graph: Graph = builder.run()
        connect(self._graph)
        self._unresolved = builder.unresolved
        bodies = Bodies(partial(draw, builder), partial(copy, builder))
        self._linker = Linker(self._graph, self._places, self._kinds, NATIVES, bodies)
        resolve(self._linker)
        found = Details(self._linker)
        folder = Folder(self._linker)
        before = Uses(self._linker, self._places, folder, Options(self._linker, folder), found)
        found.prepare((usage.arguments, usage.this, tuple(before.rows(usage))) for usage in before.usages())
        self._folder = Folder(self._linker)
        found.settle(self._folder.sources)
        self._uses = Uses(self._linker, self._places, self._folder, Options(self._linker, self._folder), found)
        self._usages = list(self._uses.usages())
        self.apart = list(run_apart(self._linker, self._folder, self._uses, self._usages))
        self._sinks = list(not_known(with_markup(self._linker, self._folder, self._uses, self._usages), self.apart))
        targets = [*(sink.node for sink in self._sinks), *(node for each in self._usages for node in each.arguments)]
        deriving = Deriving(self._linker, self._folder, self._kinds, Trials(scopes, builder.definitions))
        quoting = Quoting(self._linker, self._folder, builder.conditions.meaning)
        free = self._kinds.mask((_FREE,))
        self._requests = Requests(
            *(self._linker, self._folder, self._uses, self._usages, found, free), answers=knowledge.answers
        )
        self._finder = FlowFinder(
            *(self._linker, self._places, self._folder, deriving, self._kinds, quoting),
            targets=targets,
            told=self._requests,
        )
        self._searches = list(self._finder.searches())
        self._shapes = Shapes(self._linker, self._folder)
        self._asking = Asking(self._linker, lambda node, script: asts[script].script.text[node.start : node.end])
        self._running: dict[int, list[Sink]] = {}
        for sink in self._sinks:
            if sink.kind in _CODE:
                self._running.setdefault(id(sink.usage), []).append(sink)
        self._handlers = Handlers(self._linker, self._uses, self._usages, self._finder.senders.is_sender)
        self._handlers.mark(self._folder)

    def facts(self, left_out: Iterable[Unresolved]) -> Facts:
        """Everything as values, with what was left out."""
        facts = {id(usage): self._use(usage) for usage in self._usages}
        # A function that was drawn several times says the same more than once.
        found = dict.fromkeys(facts[id(usage)] for usage in self._usages)
        uses = (*undeclared(self._asts, self._scopes, self._places), *found)
        flows = tuple({_sameness(flow): flow for flow in self._flows(facts)}.values())
        keeping = Keeping(self._linker, self._folder, self._uses)
        return Facts(
            page=self._page,
            literals=tuple(literals(self._graph, self._folder, self._location)),
            uses=uses,
            flows=flows,
            members=tuple(Members(self._linker, self._folder, self._uses, self._usages, self._location).all()),
            kept=tuple(dict.fromkeys(keeping.all(self._usages, facts))),
            markup=tuple(dict.fromkeys(self._markup())),
            embedded=tuple(self._embedded),
            unresolved=(*self._gaps(exhausted=keeping.exhausted), *left_out),
        )

    def let_go(self) -> None:
        """Forget everything. Its parts know one another, so that without this it would stay until the process ends."""
        for part in (self._builder, self._builder.conditions, self._linker, self):
            vars(part).clear()

    def code(self) -> Iterator[tuple[Script, s.Node | None, str | None]]:
        """Constant text that is run as code and not among the scripts yet, with the function it runs in.

        Of what runs beside the page, it is said which kind of global object it has.
        """
        known = {_identity(ast.script) for ast in self._embedded}
        for each in self.apart:
            code = self._code_at(each.node, each.text) if each.text is not None else None
            if code is not None and _identity(code) not in known:
                known.add(_identity(code))
                yield code, None, each.kind
        beside = {each.text for each in self.apart}
        for sink, node, text in self._texts_run():
            code = self._code_at(node, text) if text not in beside else None
            if code is not None and _identity(code) not in known:
                known.add(_identity(code))
                function = sink.usage.function
                around = self._embedded.get(self._asts[sink.usage.script])
                yield code, around if function is None else function.node, None

    def _texts_run(self) -> Iterator[tuple[Sink, int, str]]:
        """What is run where all that may be run there is known, and the nodes where it stands."""
        alternatives = Alternatives(self._graph, self._folder)
        for sink in self._sinks:
            for node, text in alternatives.written(sink.node) if sink.kind in _CODE else ():
                yield sink, node, code_in(text, sink.usage.place.models)

    def _code_at(self, node: int, text: str) -> Script | None:
        """A text that is run, as a script that stands where the text does."""
        if _EMPTY.fullmatch(text):
            return None
        at = self._node_location(node)
        exact = at.text[1:-1] == text
        start, end = (at.start + 1, at.end - 1) if exact else (at.start, at.end)
        return Script(file=at.file, text=text, start=start, end=end, exact=exact, goal=Goal.HANDLER)

    def _location(self, node: s.Node, script: int) -> Location:
        return self._asts[script].script.location(node.start, node.end)

    def _node_location(self, node: int) -> Location:
        return self._location(self._graph.origin[node], self._graph.script[node])

    # Uses -------------------------------------------------------------------------------------------------------------

    def _use(self, usage: Usage) -> Use:
        events = usage.function.events if usage.function is not None else ()
        arguments = tuple(self._argument(node) for node in usage.arguments)
        target = self._requests.of(usage)
        asked = self._asking.call(usage.function, target, arguments)
        return Use(
            place=usage.place.path,
            access=usage.access,
            location=told_in(self._asts[usage.script].script, usage.node),
            function=function_name(usage.function),
            models=self._requests.met(usage),
            arguments=arguments,
            target=target,
            opened=self._opened(usage),
            asked=None if asked is None else self._location(asked.node, asked.script),
            given=tuple(self._given(usage)),
            inside=(*(("loop",) if usage.loop else ()), *(f"event:{name}" for name in events)),
        )

    def _opened(self, usage: Usage) -> Location | None:
        before = self._requests.begun_by(usage)
        return None if before is None else self._location(before.node, before.script)

    def _given(self, usage: Usage) -> Iterator[tuple[str, Folded]]:
        """What rows name besides the request: what is known of it, or that it is there."""
        for model, detail in details(usage):
            for name in sorted(_TOLD & detail.keys()) if self._uses.holds(model, usage.arguments, usage.this) else ():
                if detail[name].startswith("="):
                    constant = detail[name][1:]
                    yield name, Folded(constant, constant, constant)
                for node in self._uses.nodes(usage, detail[name]):
                    folded = self._folder.folded(node)
                    several = self._folder.texts(node) if folded.text is None and not folded.prefix else ()
                    yield from ((name, Folded(text, text, text)) for text in several)
                    if not several:
                        yield name, folded
            for node in self._uses.nodes(usage, detail.get(_STYLE)):
                text = self._requests.styles.text(node)
                yield _STYLE, Folded(text, text, text)
        if any(each.usage is usage and each.all for each in self.apart):
            yield CODE, Folded(_EXAMINED, _EXAMINED, _EXAMINED)
        checks = self._handlers.checks(usage)
        if checks is not None:
            yield _SENDER, Folded(checks, checks, checks)
        run = [sink for sink in self._running.get(id(usage), ()) if self._folder.folded(sink.node).text is None]
        if run and all(self._finder.is_made_safe(sink.node, sink.kind) for sink in run):
            yield _SAFE, Folded(run[0].kind, run[0].kind, run[0].kind)

    def _argument(self, node: int) -> Argument:
        return Argument(
            location=self._node_location(node),
            value=self._folder.folded(node),
            properties=self._shapes.properties(node),
            labels=tuple(search.kind for search in self._searches if search.at.get(node)),
        )

    # Flows ------------------------------------------------------------------------------------------------------------

    def _flows(self, facts: Mapping[int, Use]) -> Iterator[Flow]:
        """For each sink and kind of data the nearest arrival that nothing has made safe."""
        brought: set[int] = set()
        inert = InertMarkup(self._linker)
        for sink in inert.last(self._sinks):
            if inert.stays_out(sink):
                continue
            for search in self._searches:
                state = self._finder.arrival(search, sink.node, sink.kind)
                if state is not None:
                    if search.carried:
                        brought.add(id(sink.usage))
                    use = facts.get(id(sink.usage)) or self._use(sink.usage)
                    reached = self._finder.reached(search, state)
                    inert.note(sink, reached.path, state[3])
                    yield self._flow(sink, reached, use)
        for kind, handler, calls in self._handlers.set_off():
            for sink in self._sinks:
                told = sink.usage.access != "call" or id(sink.usage) in brought or self._finder.is_text(sink.kind)
                if sink.usage.node in calls and not told:
                    use = facts.get(id(sink.usage)) or self._use(sink.usage)
                    yield self._flow(sink, self._finder.run(kind, handler), use)

    def _flow(self, sink: Sink, reached: Reached, use: Use) -> Flow:
        named = (self._graph.names.get(node, "") for node in reached.path[1:] if node in self._graph.parts)
        return Flow(
            source=reached.source,
            source_place=reached.place.path,
            source_detail=next((name for name in named if name and not name.isdecimal()), ""),
            sink=sink.kind,
            sink_place=sink.place,
            use=use,
            location=use.location,
            function=use.function,
            steps=tuple(steps(self._graph, reached, sink, self._titles, self._location, use.location)),
            confidence=Confidence.MEDIUM if reached.guessed else Confidence.HIGH,
            asked=self._requests.asked_by(reached.path[0], reached.place),
        )

    def _markup(self) -> Iterator[Markup]:
        """The HTML text that is written into the page."""
        for sink in self._sinks:
            if sink.kind in HTML:
                text = self._folder.skeleton(sink.node).replace(Folder.HOLE, "x")
                if _TAG.search(text):
                    yield Markup(self._node_location(sink.node), text)

    # The rest ---------------------------------------------------------------------------------------------------------

    def _gaps(self, *, exhausted: bool) -> Iterator[Unresolved]:
        for kind, script, node in self._unresolved:
            yield Unresolved(kind, self._location(node, script))
        exhausted = exhausted or self._linker.exhausted or any(search.exhausted for search in self._searches)
        if exhausted and self._asts:
            whole = self._asts[0]
            yield Unresolved("work-limit", self._location(whole.root, 0))


def _sameness(flow: Flow) -> tuple[str, str, str, str, Location]:
    """What makes two flows one finding's worth."""
    return (flow.source, flow.source_detail, flow.sink, flow.sink_place, flow.location)


def _identity(code: Script) -> tuple[SourceFile, int, int, str]:
    """Where which code stands: the same text may be run at several places, and several texts come from one."""
    return (code.file, code.start, code.end, code.text)
