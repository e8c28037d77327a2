"""Answers flow checks: data of a kind reaches a sink of a kind, at a destination of a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.destination import UNKNOWN, Destination, judge, trusting
from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Finding, Gap
from reviewer.javascript.facts import Flow, Folded
from reviewer.rule import FlowCheck, HostClass, KindRole, Rule
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each flow and rule that fit, with the flow's steps as its trace."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    titles = {kind.name: kind.title for kind in evidence.rulebook.kinds if kind.role is KindRole.SOURCE}
    for page in evidence.pages:
        for flow in page.flows:
            destination = None if flow.use.url is None else destination_of(flow.use.url, classes)
            for rule in rules:
                if isinstance(rule.check, FlowCheck) and _fits(rule.check, flow, destination):
                    yield Finding(
                        rule=rule,
                        location=flow.location,
                        confidence=flow.confidence,
                        detail=_detail(flow, rule.check, destination, titles),
                        trace=flow.steps,
                        function=flow.function,
                        flagged=flow.location.text,
                    )


def destination_of(url: Folded, classes: Sequence[HostClass]) -> Destination:
    """Where a request goes, as far as its URL is known."""
    return judge(url.prefix if url.text is None else url.text, url.text is not None, classes)


def _fits(check: FlowCheck, flow: Flow, destination: Destination | None) -> bool:
    if flow.source not in check.sources or flow.sink not in check.sinks:
        return False
    if check.methods and flow.use.method is not None and flow.use.method not in check.methods:
        return False
    if not check.hosts:
        return True
    return (UNKNOWN if destination is None else destination.host_class) in check.hosts


def _detail(flow: Flow, check: FlowCheck, destination: Destination | None, titles: Mapping[str, Text]) -> Text:
    """What reaches where. The destination is told only to rules that ask for one."""
    title = titles.get(flow.source, Text(ja=flow.source, en=flow.source))
    what_ja, what_en = title.ja, title.en
    if flow.source_detail:
        what_ja, what_en = f"{what_ja}「{flow.source_detail}」", f"{what_en} (“{flow.source_detail}”)"
    if destination is None or not check.hosts:
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
