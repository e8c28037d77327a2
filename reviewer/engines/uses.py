"""Answers use checks: an API place is read, written or called, with these arguments, to that destination."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from reviewer.destination import UNKNOWN, trusting
from reviewer.engines.flows import destination_of
from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Confidence, Finding, Gap
from reviewer.javascript.facts import Folded, Use
from reviewer.rule import Argument, HostClass, Rule, UseCheck
from reviewer.text import Text


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each use and rule that fit."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    checks = [(rule, rule.check) for rule in rules if isinstance(rule.check, UseCheck)]
    for page in evidence.pages:
        for use in page.uses:
            for rule, check in checks:
                if _fits(check, use, classes):
                    yield Finding(
                        rule=rule,
                        location=use.location,
                        confidence=Confidence.HIGH,
                        detail=_detail(use, check, classes),
                        trace=(),
                        function=use.function,
                        flagged=use.location.text,
                    )


def _fits(check: UseCheck, use: Use, classes: Sequence[HostClass]) -> bool:
    kinds = {model.call for model in use.models}
    places = {use.place, *(model.place for model in use.models)}
    if not (kinds & set(check.kinds) or places & set(check.places)):
        return False
    if check.access and use.access not in check.access:
        return False
    if check.methods and (use.method or "?") not in check.methods:
        return False
    if check.endpoint is not None and not re.search(check.endpoint, endpoint(use.url)):
        return False
    if check.hosts:
        host_class = UNKNOWN if use.url is None else destination_of(use.url, classes).host_class
        if host_class not in check.hosts:
            return False
    if check.schemes and (use.url is None or destination_of(use.url, classes).scheme not in check.schemes):
        return False
    if check.inside and not all(_is_inside(demand, use) for demand in check.inside):
        return False
    return all(_argument_fits(demand, use) for demand in check.arguments)


def endpoint(url: Folded | None) -> str:
    """The path of a request as far as it is known, without scheme, host, query and `.json`; "" where nothing is
    known.
    """
    if url is None:
        return ""
    text = url.text if url.text is not None else url.prefix
    path = re.sub(r"\A[a-z][a-z0-9+.-]*://[^/?#]*", "", text, flags=re.IGNORECASE)
    return re.split(r"[?#]", path, maxsplit=1)[0].removesuffix(".json")


def _is_inside(demand: str, use: Use) -> bool:
    return any(fnmatchcase(place, demand) for place in use.inside)


def _argument_fits(demand: Argument, use: Use) -> bool:
    if demand.index >= len(use.arguments):
        return False
    argument = use.arguments[demand.index]
    if demand.named is not None and not any(re.search(demand.named, name) for name, _ in argument.properties):
        return False
    value: Folded | None = argument.value
    if demand.path:
        value = dict(argument.properties).get(".".join(demand.path))
    texts = [] if value is None or value.text is None else [value.text]
    if not demand.path and argument.properties and all(name.isdigit() for name, _ in argument.properties):
        # A list of constants (event names): it is enough that one of them fits.
        texts = [folded.text for _, folded in argument.properties if folded.text is not None]
    if demand.known is not None and demand.known is not bool(texts):
        return False
    if demand.matches is not None and not any(re.search(demand.matches, text) for text in texts):
        return False
    return demand.lacks is None or any(not re.search(demand.lacks, text) for text in texts)


def _detail(use: Use, check: UseCheck, classes: Sequence[HostClass]) -> Text | None:
    if use.url is not None:
        destination = destination_of(use.url, classes)
        where = destination.display or (use.url.text or use.url.prefix or "?")
        if destination.host_class == UNKNOWN:
            known = f"({use.url.prefix}…)" if use.url.prefix else ""
            return Text(
                ja=f"宛先は実行時に決まります{known}。",
                en=f"The destination is made up at run time {known}.".replace(" .", "."),
            )
        how = f" {use.method}" if use.method else ""
        return Text(ja=f"宛先:{where}{how}", en=f"Destination: {where}{how}")
    for demand in check.arguments:
        texts = [] if demand.index >= len(use.arguments) else [use.arguments[demand.index].value.text]
        if texts and texts[0]:
            shown = texts[0] if len(texts[0]) <= 120 else texts[0][:119] + "…"
            return Text(ja=f"値:{shown}", en=f"Value: {shown}")
    return None


ENGINE = Engine("uses", UseCheck, run)
