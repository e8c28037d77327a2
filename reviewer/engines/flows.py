"""Answers flow checks: data of a kind reaches a sink of a kind, at a destination of a class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.destination import UNKNOWN, Destination, trusting
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.sending import sendings, shown_until
from reviewer.engines.targets import destinations_of, endpoint
from reviewer.finding import Finding, Gap
from reviewer.javascript.facts import Flow
from reviewer.rule import FlowCheck, KindRole, Rule
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each flow and rule that fit, with the flow's steps as its trace.

    Data in the address of a request is shown from there to where the request is sent.
    """
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    titles = {kind.name: kind.title for kind in evidence.rulebook.kinds if kind.role is KindRole.SOURCE}
    for page in evidence.pages:
        sent = sendings(page.uses)
        for flow in page.flows:
            destinations = destinations_of(flow.use.target, classes)
            for rule in rules:
                fitting = _fitting(rule.check, flow, destinations) if isinstance(rule.check, FlowCheck) else None
                if isinstance(rule.check, FlowCheck) and fitting is not None:
                    yield Finding(
                        rule=rule,
                        location=shown_until(flow.location, sent.get(flow.location)),
                        confidence=flow.confidence,
                        detail=_detail(flow, rule.check, fitting, titles),
                        trace=flow.steps,
                        function=flow.function,
                        flagged=flow.location.text,
                    )


def _fitting(check: FlowCheck, flow: Flow, destinations: Sequence[Destination]) -> Destination | None:
    """The destination that makes a rule speak of a flow."""
    if flow.source not in check.sources or flow.sink not in check.sinks:
        return None
    if check.beside and not any(set(argument.labels) & set(check.beside) for argument in flow.use.arguments):
        return None
    if check.asked is not None and flow.asked and not any(re.search(check.asked, endpoint(u)) for u in flow.asked):
        return None
    if check.methods and "?" not in flow.use.methods and not set(flow.use.methods) & set(check.methods):
        return None
    return next((each for each in destinations if not check.hosts or each.host_class in check.hosts), None)


def _detail(flow: Flow, check: FlowCheck, destination: Destination, titles: Mapping[str, Text]) -> Text:
    """What reaches where. The destination is told only to rules that ask for one."""
    title = titles.get(flow.source, Text(ja=flow.source, en=flow.source))
    what_ja, what_en = title.ja, title.en
    if flow.source_detail:
        what_ja, what_en = f"{what_ja}「{flow.source_detail}」", f"{what_en} (“{flow.source_detail}”)"
    if not check.hosts:
        return Text(ja=f"{what_ja}が使われています。", en=f"It uses {what_en}.")
    where = destination.display or "?"
    if destination.host_class == UNKNOWN:
        return Text(
            ja=f"{what_ja}が送られます。送り先は実行時に決まるため、コードからは分かりません。",
            en=f"It sends {what_en}. The destination is made up at run time and cannot be told from the code.",
        )
    if destination.display is None:
        return Text(ja=f"{what_ja}が同じサイト内へ送られます。", en=f"It sends {what_en} within the same site.")
    return Text(ja=f"{what_ja}が {where} へ送られます。", en=f"It sends {what_en} to {where}.")


ENGINE = Engine("flows", FlowCheck, run)
