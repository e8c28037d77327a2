"""Answers use checks: an API place is read, written or called, with these arguments, to that destination."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from reviewer.destination import UNKNOWN, Destination, trusting
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.sending import shown_from
from reviewer.engines.targets import destinations_of, endpoint, shown
from reviewer.finding import Confidence, Finding, Gap, Step
from reviewer.javascript.facts import Facts, Folded, Target, Use
from reviewer.rule import Argument, Given, HostClass, Rule, UseCheck
from reviewer.source import Location
from reviewer.text import Text

_MADE_HERE = Text(ja="この通信は、ここで行われます。", en="The request is made here.")
_ASKED_HERE = Text(ja="どの通信をするかは、ここで決まります。", en="Which request is made is said here.")

_Asking = tuple[Rule, UseCheck]
_Speaking = Mapping[str, Sequence[tuple[int, _Asking]]]

_Address = tuple[Folded | None, Destination]
"""An address, if the use has one, and where it leads."""

_Found = tuple[Rule, UseCheck, Use, _Address]


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """A finding for each use and rule that fit."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    speaking = _speaking(rules)
    for page in evidence.pages:
        found = list(_found(page, speaking, classes))
        sent: dict[tuple[str, Location | None], Use]
        sent = {(rule.id, use.opened): use for rule, _, use, _ in found if use.opened is not None}
        told: set[tuple[str, Location]] = set()
        for rule, check, use, address in found:
            # A request is told of once: where it is sent, and where it is sent last if there are several ways to that.
            if (rule.id, use.location) not in sent and sent.get((rule.id, use.opened), use) == use:
                made = shown_from(use.opened, use.location)
                finding = Finding(
                    rule=rule,
                    location=made,
                    confidence=Confidence.HIGH,
                    detail=_detail(use, check, address),
                    trace=(),
                    function=use.function,
                    flagged=use.location.text,
                )
                # Which request it is, where a rule is about that, is told of who asks for it, and once of who makes it.
                asked = use.asked if check.endpoint is not None else None
                if asked is None:
                    yield finding
                    continue
                yield replace(finding, location=asked, trace=(Step(made, _MADE_HERE),), flagged=asked.text)
                if (rule.id, made) not in told:
                    told.add((rule.id, made))
                    yield replace(finding, trace=(Step(asked, _ASKED_HERE),))


def _found(page: Facts, speaking: _Speaking, classes: Sequence[HostClass]) -> Iterator[_Found]:
    used = frozenset(use.place for use in page.uses)
    for use in page.uses:
        named = (use.place, *(name for model in use.models for name in (model.place, model.call) if name))
        asked = dict(pair for name in dict.fromkeys(named) for pair in speaking.get(name, ()))
        for number in sorted(asked):
            rule, check = asked[number]
            if not used.isdisjoint(check.unless_used) or not _fits(check, use):
                continue
            address = _fitting_address(check, use.target, classes)
            if address is not None:
                yield rule, check, use, address


def _speaking(rules: Sequence[Rule]) -> _Speaking:
    """For each kind of call and each place the rules that speak of it, with their positions."""
    speaking: dict[str, list[tuple[int, _Asking]]] = {}
    for number, rule in enumerate(rules):
        if isinstance(rule.check, UseCheck):
            for name in (*rule.check.kinds, *rule.check.places):
                speaking.setdefault(name, []).append((number, (rule, rule.check)))
    return speaking


def _fits(check: UseCheck, use: Use) -> bool:
    if check.access and use.access not in check.access:
        return False
    if check.methods and not set(use.methods) & set(check.methods):
        return False
    if check.inside and not all(_is_inside(demand, use) for demand in check.inside):
        return False
    return all(_argument_fits(demand, use) for demand in check.arguments) and all(
        _given_fits(demand, use) for demand in check.given
    )


def _fitting_address(check: UseCheck, target: Target | None, classes: Sequence[HostClass]) -> _Address | None:
    """The address of the use, or the one of several, that the rule speaks of."""
    if target is None and check.hosts:
        return None
    urls: Sequence[Folded | None] = (None,) if target is None else target.urls
    for url, destination in zip(urls, destinations_of(target, classes), strict=True):
        if check.endpoint is not None and not re.search(check.endpoint, endpoint(url)):
            continue
        if check.hosts and destination.host_class not in check.hosts:
            continue
        if check.schemes and destination.scheme not in check.schemes:
            continue
        return url, destination
    return None


def _given_fits(demand: Given, use: Use) -> bool:
    values = [value for name, value in use.given if name == demand.name]
    pattern = demand.matches
    if demand.absent:
        return all(value.text is not None and pattern and not re.search(pattern, value.text) for value in values)
    return any(value.text is not None and (pattern is None or re.search(pattern, value.text)) for value in values)


def _is_inside(demand: str, use: Use) -> bool:
    return any(fnmatchcase(place, demand) for place in use.inside)


def _argument_fits(demand: Argument, use: Use) -> bool:
    if max(demand.index, 0) >= len(use.arguments):
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
    if demand.begins is not None and (value is None or not re.search(demand.begins, value.prefix)):
        return False
    if demand.matches is not None and not any(re.search(demand.matches, text) for text in texts):
        return False
    return demand.lacks is None or any(not re.search(demand.lacks, text) for text in texts)


def _detail(use: Use, check: UseCheck, address: _Address) -> Text | None:
    url, destination = address
    if url is not None:
        if destination.host_class == UNKNOWN:
            known = f"({shown(url)}…)" if url.prefix else ""
            return Text(
                ja=f"宛先は実行時に決まります{known}。",
                en=f"The destination is made up at run time {known}.".replace(" .", "."),
            )
        where = destination.display or shown(url) or "?"
        how = f" {use.method}" if use.method else ""
        return Text(ja=f"宛先:{where}{how}", en=f"Destination: {where}{how}")
    for demand in check.arguments:
        texts = [] if demand.index >= len(use.arguments) else [use.arguments[demand.index].value.text]
        if texts and texts[0]:
            text = shown(use.arguments[demand.index].value)
            text = text if len(text) <= 120 else text[:119] + "…"
            return Text(ja=f"値:{text}", en=f"Value: {text}")
    return None


ENGINE = Engine("uses", UseCheck, run)
