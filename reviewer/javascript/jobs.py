"""What takes long about scripts, as jobs that another process can do: scripts go there, what was found comes back.

Files and rows of models are not sent back: both sides know them by their number.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

from reviewer.javascript.analysis import analyse
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.javascript.knowledge import Knowledge, prepare
from reviewer.javascript.parsing import parse
from reviewer.javascript.reading import Testimony, testimony
from reviewer.pool import Job
from reviewer.rule import Model, ModelKind
from reviewer.source import Script, SourceFile

_WITNESSED = 6
"""So much longer it takes to follow what a script does than to have it witnessed."""


class Analyses:
    """Makes the jobs of one review. The arguments are those of `knowledge.prepare`."""

    def __init__(self, models: Sequence[Model], watched: Sequence[str], kinds: Sequence[ModelKind]) -> None:
        self._given = (tuple(models), tuple(watched), tuple(kinds))

    @cached_property
    def _knowledge(self) -> Knowledge:
        """What is known, made ready for the pages that are followed here."""
        return prepare(*self._given)

    @cached_property
    def _packed(self) -> bytes:
        """What is known, as it is sent: most reviews send nothing."""
        return pickle.dumps(self._given)

    def job(self, page: str, asts: Sequence[Ast]) -> Job[Facts]:
        """The analysis of one page's scripts, in load order."""
        scripts = tuple(ast.script for ast in asts)
        files, models = _files(scripts), self._given[0]
        return Job(
            size=sum(len(script.text) for script in scripts),
            here=lambda: analyse(page, asts, self._knowledge),
            there=_facts,
            given=lambda: (page, scripts, self._packed),
            back=lambda sent: _unpacked(sent, files, models),
        )


def testimony_job(ast: Ast) -> Job[Testimony]:
    """What the strict parser says of a script that was read."""
    return Job(
        size=len(ast.script.text) // _WITNESSED,
        here=lambda: testimony(ast),
        there=_testimony,
        given=lambda: (ast.script,),
        back=pickle.loads,
    )


def _testimony(script: Script) -> bytes:
    return pickle.dumps(testimony(parse(script)))


def _facts(page: str, scripts: Sequence[Script], given: bytes) -> bytes:
    models, knowledge = _knowledge(given)
    facts = analyse(page, [parse(script) for script in scripts], knowledge)
    return _packed(facts, _files(scripts), models)


@lru_cache(maxsize=1)
def _knowledge(given: bytes) -> tuple[Sequence[Model], Knowledge]:
    models, watched, kinds = pickle.loads(given)  # noqa: S301 - packed by the process that began this one
    return models, prepare(models, watched, kinds)


def _files(scripts: Sequence[Script]) -> tuple[SourceFile, ...]:
    return tuple(dict.fromkeys(script.file for script in scripts))


# Facts as bytes -------------------------------------------------------------------------------------------------------


class _Packer(pickle.Pickler):
    def __init__(self, target: io.BytesIO, numbers: Mapping[int, tuple[int, int]]) -> None:
        super().__init__(target, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, obj: Any) -> tuple[int, int] | None:
        """Which file or row of a model it is."""
        return self._numbers.get(id(obj))


class _Unpacker(pickle.Unpickler):
    def __init__(self, source: io.BytesIO, known: Sequence[Sequence[object]]) -> None:
        super().__init__(source)
        self._known = known

    def persistent_load(self, pid: tuple[int, int]) -> object:
        """The file or row of that number."""
        which, number = pid
        return self._known[which][number]


def _packed(facts: Facts, files: Sequence[SourceFile], models: Sequence[Model]) -> bytes:
    """Facts as bytes. Of code that was found in text there is no tree, which nests too deep to be sent."""
    numbers = {id(each): (which, n) for which, known in enumerate((files, models)) for n, each in enumerate(known)}
    target = io.BytesIO()
    found_in_text = [ast.script for ast in facts.embedded]
    _Packer(target, numbers).dump((replace(facts, embedded=()), found_in_text))
    return target.getvalue()


def _unpacked(sent: bytes, files: Sequence[SourceFile], models: Sequence[Model]) -> Facts:
    facts: Facts
    facts, found_in_text = _Unpacker(io.BytesIO(sent), (files, models)).load()
    return replace(facts, embedded=tuple(map(parse, found_in_text)))
