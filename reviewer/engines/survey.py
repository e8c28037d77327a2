"""Facts -> the dossier: what a submission does, each thing once with all the places where it does so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.comparison import LINK
from reviewer.destination import APPLICATION, DATA, HELD, RELATIVE, SCRIPT, UNKNOWN, judge, trusting
from reviewer.dossier import Dossier, EventEntry, FieldEntry, HostEntry, RestEntry, StorageEntry
from reviewer.engines.identities import identify
from reviewer.engines.protocol import Evidence
from reviewer.engines.targets import destinations_of, endpoint
from reviewer.javascript.facts import Use
from reviewer.rule import HostClass
from reviewer.source import Location

_REQUESTS = frozenset({"outbound", "outbound-send", "outbound-body", "outbound-headers", "resource", "style-resource"})
_KEPT = frozenset({"storage", "console", "download", "clipboard", "plugin-config", "cookie"})
_FOLLOWED = frozenset({("a", "href"), ("area", "href")})
_NOWHERE = frozenset({RELATIVE, DATA, HELD, SCRIPT, APPLICATION})


def survey(evidence: Evidence) -> Dossier:
    """The inventory of one submission, sorted."""
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    return Dossier(
        events=tuple(_events(evidence)),
        rest_calls=tuple(_rest_calls(evidence)),
        hosts=tuple(_hosts(evidence, classes)),
        fields=tuple(_fields(evidence)),
        storage=tuple(_storage(evidence)),
        libraries=identify(evidence),
    )


def _uses(evidence: Evidence) -> Iterator[Use]:
    for page in evidence.pages:
        yield from page.uses


def _places(found: Sequence[Location]) -> tuple[Location, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda location: location.order))


def _events(evidence: Evidence) -> Iterator[EventEntry]:
    names: dict[str, list[Location]] = {}
    for use in _uses(evidence):
        for model in use.models:
            if model.call == "event" and use.arguments:
                for name in _texts(use, 0):
                    names.setdefault(name, []).append(use.location)
    for name, locations in sorted(names.items()):
        yield EventEntry(name, _places(locations))


def _texts(use: Use, index: int) -> list[str]:
    """The constant texts of an argument: itself or its items; "?" where nothing is known, `x*` for a known
    beginning.
    """
    argument = use.arguments[index]
    items = [folded for name, folded in argument.properties if name.isdigit()] or [argument.value]
    return [item.text if item.text is not None else f"{item.prefix}*" if item.prefix else "?" for item in items]


def _rest_calls(evidence: Evidence) -> Iterator[RestEntry]:
    found: dict[tuple[str, str, str, str], list[Location]] = {}
    for use in _uses(evidence):
        calls = {model.call for model in use.models}
        if "rest" not in calls or use.target is None:
            continue
        for url in use.target.urls:
            path = endpoint(url) if url.text is not None else f"{endpoint(url)}?"
            key = (use.method or "?", path or "?", _app(use), "write" if use.method not in {"GET", None} else "read")
            found.setdefault(key, []).append(use.location)
    for (method, path, app, danger), locations in sorted(found.items()):
        yield RestEntry(method, path, app, danger, _places(locations))


def _app(use: Use) -> str:
    for model in use.models:
        where = dict(model.detail).get("app")
        if where is None:
            continue
        head, _, path = where.partition(".")
        if head.isdigit() and int(head) < len(use.arguments):
            folded = dict(use.arguments[int(head)].properties).get(path)
            if folded is not None and folded.text is not None:
                return folded.text
    return "?"


def _hosts(evidence: Evidence, classes: Sequence[HostClass]) -> Iterator[HostEntry]:
    via: dict[tuple[str, str], dict[str, None]] = {}
    data: dict[tuple[str, str], set[str]] = {}
    locations: dict[tuple[str, str], list[Location]] = {}

    def add(key: tuple[str, str], how: str, what: Sequence[str], location: Location | None) -> None:
        via.setdefault(key, {}).setdefault(how)
        data.setdefault(key, set()).update(what)
        locations.setdefault(key, []).extend([location] if location is not None else [])

    for use in _uses(evidence):
        if use.target is None or not {model.call for model in use.models} & _REQUESTS:
            continue
        for destination in destinations_of(use.target, classes):
            if destination.host_class not in _NOWHERE:
                what = [label for argument in use.arguments for label in argument.labels]
                add((destination.display or "?", destination.host_class), use.place, what, use.location)
    for resource in evidence.submission.urls:
        destination = judge(resource.url, complete=True, classes=classes)
        add((destination.display or "?", destination.host_class), "url", (), resource.location)
    for sheet in evidence.stylesheets:
        for fact in sheet.facts:
            if fact.url:
                destination = judge(fact.url, complete=True, classes=classes)
                if destination.host_class not in {*_NOWHERE, UNKNOWN}:
                    add((destination.display or "?", destination.host_class), "css", (), fact.location)
    for document in evidence.documents:
        for markup in document.facts:
            if markup.url:
                destination = judge(markup.url, complete=True, classes=classes)
                if destination.host_class not in {*_NOWHERE, UNKNOWN}:
                    means = LINK if (markup.element, markup.attribute) in _FOLLOWED else "html"
                    add((destination.display or "?", destination.host_class), means, (), markup.location)
    for (host, host_class), ways in sorted(via.items()):
        key = (host, host_class)
        yield HostEntry(host, host_class, tuple(ways), tuple(sorted(data[key])), _places(locations[key]))


def _fields(evidence: Evidence) -> Iterator[FieldEntry]:
    access: dict[str, set[str]] = {}
    locations: dict[str, list[Location]] = {}
    for page in evidence.pages:
        for member in page.members:
            if member.kind == "field":
                access.setdefault(member.name, set()).add(member.access)
                locations.setdefault(member.name, []).append(member.location)
    for code in sorted(access):
        yield FieldEntry(code, tuple(sorted(access[code])), _places(locations[code]))


def _storage(evidence: Evidence) -> Iterator[StorageEntry]:
    data: dict[str, set[str]] = {}
    locations: dict[str, list[Location]] = {}
    for use in _uses(evidence):
        if {model.call for model in use.models} & _KEPT:
            data.setdefault(use.place, set()).update(label for arg in use.arguments for label in arg.labels)
            locations.setdefault(use.place, []).append(use.location)
    for page in evidence.pages:
        for flow in page.flows:
            if flow.sink in _KEPT:
                data.setdefault(flow.use.place, set()).add(flow.source)
                locations.setdefault(flow.use.place, []).append(flow.location)
    for place in sorted(data):
        yield StorageEntry(place, tuple(sorted(data[place])), _places(locations[place]))
