"""Engines that need not wait for values to be followed -> their results, found meanwhile.

Such an engine spends its time waiting for another program: it runs beside the analysis, on a thread of its own, and
what it found is taken when its turn comes. The order of results is the same as if it had run then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from reviewer.engines.protocol import Engine, Evidence, Needs
from reviewer.finding import Finding, Gap
from reviewer.record import thing
from reviewer.rule import Rule, Rulebook


@thing
class Early:
    """What has begun, by the names of engines."""

    _begun: Mapping[str, Future[Sequence[Finding | Gap]]]

    @classmethod
    def begin(cls, engines: Iterable[Engine], evidence: Evidence) -> Early:
        """Start those that need scripts only; `evidence` has no more than these yet."""
        begun: dict[str, Future[Sequence[Finding | Gap]]] = {}
        for engine in engines:
            rules = asked_of(engine, evidence.rulebook)
            if engine.needs is Needs.SCRIPTS and rules:
                beside = ThreadPoolExecutor(max_workers=1)
                begun[engine.name] = beside.submit(_run, engine, evidence, rules)
                beside.shutdown(wait=False)
        return cls(begun)

    def results(self, engine: Engine, evidence: Evidence, rules: Sequence[Rule]) -> Iterable[Finding | Gap]:
        """What an engine finds, or has found already; raises what it raised."""
        begun = self._begun.get(engine.name)
        return engine.run(evidence, rules) if begun is None else begun.result()


def asked_of(engine: Engine, rulebook: Rulebook) -> list[Rule]:
    """The rules that an engine answers."""
    return [rule for rule in rulebook.rules if isinstance(rule.check, engine.answers)]


def _run(engine: Engine, evidence: Evidence, rules: Sequence[Rule]) -> Sequence[Finding | Gap]:
    found: Iterator[Finding | Gap] = engine.run(evidence, rules)
    return tuple(found)
