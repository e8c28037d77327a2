"""A test whose result was kept under a name -> what of that still holds where the name is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.definitions import Definitions
from reviewer.javascript.environment import Proof
from reviewer.javascript.scopes import Scopes, Variable
from reviewer.javascript.walking import walk


class Lasting:
    """Compares places in the text: of the test, of the question, and of what is written between them."""

    def __init__(self, definitions: Definitions, scopes: Scopes) -> None:
        self._definitions = definitions
        self._scopes = scopes
        self._members: dict[int, dict[str | None, list[int]]] = {}
        self._ends: dict[tuple[s.Node, s.Node, int], int] = {}

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
        members = self._members_of(script)
        return any(self._comes_between(at, script, test, asked) for key in keys for at in members.get(key, ()))

    def _members_of(self, script: int) -> dict[str | None, list[int]]:
        """Where properties are written, by their names."""
        known = self._members.get(script)
        if known is None:
            known = self._members[script] = {}
            for offset, name in self._scopes.members.get(script, ()):
                known.setdefault(name, []).append(offset)
        return known

    def _comes_between(self, offset: int, script: int, test: s.Node, asked: s.Node) -> bool:
        """Whether what stands there may run behind the test and before the question."""
        if test.end <= offset < asked.start:
            return True
        return asked.end <= offset < self._end(script, test, asked)

    def _end(self, script: int, test: s.Node, asked: s.Node) -> int:
        """Where the outermost loop ends that is around the question and not around the test; -1 where there is none."""
        key = (test, asked, script)
        if key not in self._ends:
            loops = self._definitions.loops[script]
            ends = [end for start, end in loops if start <= asked.start < end and not start <= test.start < end]
            self._ends[key] = max(ends, default=-1)
        return self._ends[key]


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
