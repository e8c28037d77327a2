"""A test whose result was kept under a name -> what of that still holds where the name is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.environment import Proof
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import walk

_LOOPS = s.WhileStatement | s.DoWhileStatement | s.ForStatement | s.ForOfStatement | s.ForInStatement


class Lasting:
    """Compares places in the text: of the test, of the question, and of what is written between them."""

    def __init__(self, asts: Sequence[Ast], scopes: Scopes) -> None:
        self._asts = asts
        self._scopes = scopes
        self._loops: dict[int, Sequence[tuple[int, int]]] = {}

    def of(self, proofs: Iterable[Proof], test: s.Node, asked: s.Node) -> frozenset[Proof]:
        """Those of the proofs that a test gave which hold where its result is asked for."""
        return frozenset(proof for proof in proofs if not self._is_stale(proof, test, asked))

    def _is_stale(self, proof: Proof, test: s.Node, asked: s.Node) -> bool:
        (root, keys), _ = proof
        if not isinstance(root, Variable):
            return False
        script = root.scope.script
        writes = [write for write in root.writes if write.brings]
        if len(writes) > 1:
            for write in writes:
                elsewhere = write.function is not root.scope.function or write.script != script
                if elsewhere or self._comes_between(write.offset, script, test, asked):
                    return True
        if not keys:
            return False
        members = self._scopes.members.get(script, ())
        return any(name in keys and self._comes_between(offset, script, test, asked) for offset, name in members)

    def _comes_between(self, offset: int, script: int, test: s.Node, asked: s.Node) -> bool:
        """Whether what stands there may run behind the test and before the question."""
        if test.end <= offset < asked.start:
            return True
        return offset >= asked.end and any(
            start <= asked.start and offset < end and not start <= test.start < end
            for start, end in self._loops_of(script)
        )

    def _loops_of(self, script: int) -> Sequence[tuple[int, int]]:
        known = self._loops.get(script)
        if known is None:
            root = self._asts[script].root if script < len(self._asts) else None
            nodes: Iterable[s.Node] = () if root is None else walk(root)
            known = self._loops[script] = [(node.start, node.end) for node in nodes if isinstance(node, _LOOPS)]
        return known


def statements_between(home: s.Node, value: s.Node, asked: s.Node) -> Sequence[s.Node]:
    """The statements of a list in a function that stand behind the declaration of this value and before a place."""
    for node in walk(home):
        body: Sequence[s.Node] = ()
        match node:
            case s.BlockStatement(body=body) | s.Program(body=body) | s.SwitchCase(consequent=body):
                pass
        for index, statement in enumerate(body):
            if isinstance(statement, s.VariableDeclaration) and any(
                part.init is value for part in statement.declarations
            ):
                return [later for later in body[index + 1 :] if later.end <= asked.start]
    return ()
