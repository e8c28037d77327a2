"""What was declared beside what was observed: pairs for a reader, departures for rules, and what a person must check.

Nothing is called unused where not everything could be read: what was not seen may be just that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from reviewer.declarable import AccessRight
from reviewer.declaration import THIS_APP, Declaration, DeclaredAccess
from reviewer.destination import TRUSTED
from reviewer.dossier import Dossier, HostEntry, RestEntry
from reviewer.record import value
from reviewer.rule import Difference, InformationClass, KindRole, Rulebook
from reviewer.source import Location
from reviewer.submission import Submission
from reviewer.text import Text

LINK = "link"
"""The means by which a host is only linked to: nothing goes there unless somebody follows the link."""
_UNKNOWN = "?"


class Topic(StrEnum):
    """What a pair is about."""

    SCREEN = "screen"
    SERVICE = "service"
    ACCESS = "access"
    PLUGIN = "plugin"


class Standing(StrEnum):
    """How a pair compares; `exempt` needs no declaration, `unclear` could not be compared."""

    AGREES = "agrees"
    UNDECLARED = "undeclared"
    UNUSED = "unused"
    EXEMPT = "exempt"
    UNCLEAR = "unclear"


@value
class Pair:
    """One thing, declared or observed or both. `name` is the topic's own: a host, a screen, `app method path`.

    `declared` and `observed` are names of kinds of data (services) or of rights (access), empty elsewhere.
    """

    topic: Topic
    name: str
    declared: tuple[str, ...]
    observed: tuple[str, ...]
    standing: Standing
    locations: tuple[Location, ...]
    origin: Location | None


@value
class Departure:
    """Something that rules may object to. `origin` is the line of the application, where one speaks of it."""

    difference: Difference
    name: str
    detail: Text
    locations: tuple[Location, ...]
    origin: Location | None
    host_class: str = ""
    rights: tuple[str, ...] = ()


@value
class Matter:
    """What no machine can see and a person must check, with what was declared about it."""

    title: Text
    lines: tuple[Text, ...]


@value
class Comparison:
    """The whole of it."""

    information_class: InformationClass
    sensitive: bool
    pairs: tuple[Pair, ...]
    departures: tuple[Departure, ...]
    matters: tuple[Matter, ...]


def compare(
    declaration: Declaration, dossier: Dossier, submission: Submission, rulebook: Rulebook, *, complete: bool
) -> Comparison:
    """Declaration and dossier held side by side; `complete` tells whether everything could be read."""
    found = _Found(rulebook)
    _services(found, declaration, dossier, complete=complete)
    _access(found, declaration, dossier, rulebook.rights, complete=complete)
    _screens(found, declaration, dossier, rulebook, complete=complete)
    _plugins(found, declaration, submission)
    return Comparison(
        information_class=declaration.information_class,
        sensitive=declaration.sensitive,
        pairs=tuple(found.pairs),
        departures=tuple(found.departures),
        matters=tuple(_matters(declaration, submission, found)),
    )


def outside(dossier: Dossier) -> Iterator[HostEntry]:
    """The hosts that something is sent to or loaded from; not those that are only linked to."""
    return (entry for entry in dossier.hosts if set(entry.via) != {LINK})


def exempt_classes(rulebook: Rulebook) -> frozenset[str]:
    """Classes of hosts that an application need not name."""
    return frozenset({TRUSTED, *(each.name for each in rulebook.host_classes if each.exempt)})


def declarable_data(entry: HostEntry, rulebook: Rulebook) -> tuple[str, ...]:
    """The kinds of data going to a host that an application must name."""
    kinds = {kind.name for kind in rulebook.kinds if kind.declarable}
    return tuple(kind for kind in entry.data if kind in kinds)


def rights_for(entry: RestEntry, rights: Iterable[AccessRight]) -> tuple[str, ...]:
    """The rights each of which is enough for a request; none where method or path are not known, or nothing fits."""
    if entry.method == _UNKNOWN or entry.endpoint.endswith(_UNKNOWN):
        return ()
    return tuple(right.name for right in rights if right.covers(entry.method, entry.endpoint))


class _Found:
    """What is gathered, and how things are called in sentences."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.pairs: list[Pair] = []
        self.departures: list[Departure] = []
        self._kinds = {kind.name: kind.title for kind in rulebook.kinds if kind.role is KindRole.SOURCE}
        self._rights = {right.name: right.title for right in rulebook.rights}
        self._screens = {screen.name: screen.title for screen in rulebook.screens}

    def kinds(self, names: Sequence[str]) -> Text:
        return _joined([self._kinds.get(name, Text(ja=name, en=name)) for name in names])

    def rights(self, names: Sequence[str]) -> Text:
        return _joined([self._rights.get(name, Text(ja=name, en=name)) for name in names])

    def screen(self, name: str) -> Text:
        return self._screens.get(name, Text(ja=name, en=name))


def _joined(texts: Sequence[Text]) -> Text:
    if not texts:
        return Text(ja="なし", en="none")
    return Text(ja="、".join(text.ja for text in texts), en=", ".join(text.en for text in texts))


# Services -------------------------------------------------------------------------------------------------------------


def _services(found: _Found, declaration: Declaration, dossier: Dossier, *, complete: bool) -> None:
    exempt = exempt_classes(found.rulebook)
    seen: set[str] = set()
    unclear = False
    for entry in outside(dossier):
        data = declarable_data(entry, found.rulebook)
        named = [each for each in declaration.services if each.host == entry.host]
        seen.add(entry.host)
        stated = tuple(dict.fromkeys(kind for each in named for kind in each.data))
        if entry.host == _UNKNOWN:
            standing, unclear = Standing.UNCLEAR, True
        elif named:
            standing = Standing.AGREES
        else:
            standing = Standing.EXEMPT if entry.host_class in exempt else Standing.UNDECLARED
        origin = named[0].origin if named else None
        more = tuple(kind for kind in data if kind not in stated)
        if standing is Standing.AGREES and more:
            standing = Standing.UNDECLARED
        found.pairs.append(Pair(Topic.SERVICE, entry.host, stated, data, standing, entry.locations, origin))
        if standing is Standing.UNDECLARED:
            found.departures.append(_undeclared_service(found, entry, data, more, origin))
        if data and standing not in (Standing.EXEMPT, Standing.UNCLEAR):
            found.departures.append(_leaving(found, entry, data, origin))
    for service in declaration.services:
        if service.host in seen:
            continue
        surely = complete and not unclear
        standing = Standing.UNUSED if surely else Standing.UNCLEAR
        found.pairs.append(Pair(Topic.SERVICE, service.host, service.data, (), standing, (), service.origin))
        if surely:
            detail = Text(ja=f"{service.host}({service.purpose})", en=f"{service.host} ({service.purpose})")
            found.departures.append(Departure(Difference.UNUSED_HOST, service.host, detail, (), service.origin))


def _undeclared_service(
    found: _Found, entry: HostEntry, data: tuple[str, ...], more: tuple[str, ...], origin: Location | None
) -> Departure:
    if origin is not None:
        kinds = found.kinds(more)
        detail = Text(ja=f"{entry.host} へ: {kinds.ja}", en=f"to {entry.host}: {kinds.en}")
        return Departure(Difference.UNDECLARED_DATA, entry.host, detail, entry.locations, origin, entry.host_class)
    if data:
        kinds = found.kinds(data)
        detail = Text(ja=f"{entry.host} へ: {kinds.ja}", en=f"to {entry.host}: {kinds.en}")
        kind = Difference.UNDECLARED_TRANSFER
    else:
        detail, kind = Text(ja=entry.host, en=entry.host), Difference.UNDECLARED_HOST
    return Departure(kind, entry.host, detail, entry.locations, None, entry.host_class)


def _leaving(found: _Found, entry: HostEntry, data: tuple[str, ...], origin: Location | None) -> Departure:
    kinds = found.kinds(data)
    detail = Text(ja=f"{entry.host} へ: {kinds.ja}", en=f"to {entry.host}: {kinds.en}")
    return Departure(Difference.DATA_LEAVES, entry.host, detail, entry.locations, origin, entry.host_class)


# Rights ---------------------------------------------------------------------------------------------------------------


def _access(
    found: _Found, declaration: Declaration, dossier: Dossier, rights: Sequence[AccessRight], *, complete: bool
) -> None:
    stated = (*declaration.access, *declaration.tokens)
    unclear = False
    used: set[tuple[str, str]] = set()
    for entry in dossier.rest_calls:
        needed = rights_for(entry, rights)
        name = f"{entry.app} {entry.method} {entry.endpoint}"
        matching = [each for each in stated if _same_app(each.app, entry.app, declaration)]
        granted = tuple(dict.fromkeys(right for each in matching for right in each.rights))
        if not needed:
            unclear = True
            found.pairs.append(Pair(Topic.ACCESS, name, granted, (), Standing.UNCLEAR, entry.locations, None))
            continue
        allowed = [(each.app, right) for each in matching for right in each.rights if right in needed]
        used.update(allowed)
        standing = Standing.AGREES if allowed else Standing.UNDECLARED
        found.pairs.append(Pair(Topic.ACCESS, name, granted, needed, standing, entry.locations, None))
        if not allowed:
            found.departures.append(_beyond(found, entry, needed))
    used |= {(THIS_APP, right.name) for right in rights if _shows(right, dossier)}
    for each in declaration.access:
        app = THIS_APP if _same_app(each.app, THIS_APP, declaration) else each.app
        for right in each.rights:
            if (each.app, right) not in used and (app, right) not in used:
                _unused_right(found, each, right, surely=complete and not unclear)


def _same_app(stated: str, observed: str, declaration: Declaration) -> bool:
    """Whether what is said of an app may be about the one observed; of one that is not known it may."""
    names = {THIS_APP: declaration.app_id}
    return observed == _UNKNOWN or names.get(stated, stated) == names.get(observed, observed)


def _shows(right: AccessRight, dossier: Dossier) -> bool:
    """Whether the right is used on the record on the screen, which needs no request."""
    ways = {way for field in dossier.fields for way in field.access} | ({"read"} if dossier.events else set())
    return bool(ways & set(right.members))


def _beyond(found: _Found, entry: RestEntry, needed: tuple[str, ...]) -> Departure:
    app = Text(ja="アプリ不明", en="app unknown") if entry.app == _UNKNOWN else Text(ja=entry.app, en=entry.app)
    title = found.rights(needed)
    detail = Text(
        ja=f"{entry.method} {entry.endpoint}(アプリ: {app.ja})に要る権限: {title.ja}",
        en=f"{entry.method} {entry.endpoint} (app: {app.en}) needs: {title.en}",
    )
    name = f"{entry.app} {entry.method} {entry.endpoint}"
    return Departure(Difference.UNDECLARED_RIGHT, name, detail, entry.locations, None, rights=needed)


def _unused_right(found: _Found, stated: DeclaredAccess, right: str, *, surely: bool) -> None:
    standing = Standing.UNUSED if surely else Standing.UNCLEAR
    found.pairs.append(Pair(Topic.ACCESS, stated.app, (right,), (), standing, (), stated.origin))
    if surely:
        title = found.rights((right,))
        detail = Text(ja=f"アプリ {stated.app}: {title.ja}", en=f"app {stated.app}: {title.en}")
        found.departures.append(
            Departure(Difference.UNUSED_RIGHT, f"{stated.app} {right}", detail, (), stated.origin, rights=(right,))
        )


# Screens and plug-ins -------------------------------------------------------------------------------------------------


def _screens(found: _Found, declaration: Declaration, dossier: Dossier, rulebook: Rulebook, *, complete: bool) -> None:
    stated = {each.screen: each.origin for each in declaration.screens}
    unclear = any(event.name.startswith(_UNKNOWN) or event.name.endswith("*") for event in dossier.events)
    for screen in rulebook.screens:
        events = [event for event in dossier.events if screen.shows(event.name)]
        places = tuple(location for event in events for location in event.locations)
        title, origin = found.screen(screen.name), stated.get(screen.name)
        if events:
            standing = Standing.AGREES if screen.name in stated else Standing.UNDECLARED
        elif screen.name in stated:
            standing = Standing.UNUSED if complete and not unclear else Standing.UNCLEAR
        else:
            continue
        found.pairs.append(Pair(Topic.SCREEN, screen.name, (), (), standing, places, origin))
        if standing in (Standing.UNDECLARED, Standing.UNUSED):
            undeclared = standing is Standing.UNDECLARED
            kind = Difference.UNDECLARED_SCREEN if undeclared else Difference.UNUSED_SCREEN
            found.departures.append(Departure(kind, screen.name, title, places, origin))


def _plugins(found: _Found, declaration: Declaration, submission: Submission) -> None:
    if submission.plugin is None:
        return
    name = submission.plugin.name
    named = next((each for each in declaration.plugins if each.name.casefold() == name.strip().casefold()), None)
    standing = Standing.UNDECLARED if named is None else Standing.AGREES
    found.pairs.append(Pair(Topic.PLUGIN, name, (), (), standing, (), None if named is None else named.origin))
    if named is None:
        shown = name if name.strip() else _UNKNOWN
        found.departures.append(Departure(Difference.UNDECLARED_PLUGIN, name, Text(ja=shown, en=shown), (), None))


# For a person ---------------------------------------------------------------------------------------------------------


def _matters(declaration: Declaration, submission: Submission, found: _Found) -> Iterator[Matter]:
    if declaration.webhooks:
        yield Matter(
            Text(ja="Webhook(設定はコードに現れません)", en="Webhooks (their settings do not show in code)"),
            tuple(
                Text(
                    ja=f"{each.host} へ次の情報が送られます: {'、'.join(each.payload)}。目的: {each.purpose}。"
                    "アプリの設定画面で、送信先と通知の条件がこのとおりかを確かめてください。レコードの全項目が送られます。",
                    en=f"{each.host} is sent: {', '.join(each.payload)}. Purpose: {each.purpose}. Check in the app's "
                    "settings that target and conditions are these. All fields of the record are sent.",
                )
                for each in declaration.webhooks
            ),
        )
    if declaration.tokens:
        yield Matter(
            Text(ja="APIトークン(権限はコードに現れません)", en="API tokens (their rights do not show in code)"),
            tuple(_token(found, each) for each in declaration.tokens),
        )
    added = [
        each
        for each in declaration.plugins
        if submission.plugin is None or each.name.casefold() != submission.plugin.name.strip().casefold()
    ]
    if added:
        yield Matter(
            Text(ja="プラグイン(この提出物には入っていません)", en="Plug-ins (not part of this submission)"),
            tuple(
                Text(
                    ja=f"{each.name}: {each.purpose}。機能: {each.functions}。実物が申請のとおりかを確かめてください。",
                    en=f"{each.name}: {each.purpose}. Functions: {each.functions}. Check that it is what was declared.",
                )
                for each in added
            ),
        )
    unclear = [pair for pair in found.pairs if pair.standing is Standing.UNCLEAR]
    if unclear:
        yield Matter(
            Text(ja="コードからは決められず、申請書と比べられなかったこと", en="What code does not settle"),
            tuple(_unclear(found, pair) for pair in unclear),
        )


def _token(found: _Found, each: DeclaredAccess) -> Text:
    title = found.rights(each.rights)
    return Text(
        ja=f"アプリ {each.app}: {title.ja}。目的: {each.purpose}。"
        "アプリの設定画面で、トークンの権限がこれより多くないかを確かめてください。",
        en=f"App {each.app}: {title.en}. Purpose: {each.purpose}. Check in the app's settings that the token has no "
        "further rights.",
    )


def _unclear(found: _Found, pair: Pair) -> Text:
    said = Text(ja="実行時に決まる通信先", en="a destination decided at run time") if pair.name == _UNKNOWN else None
    if said is None and pair.topic is Topic.SCREEN:
        said = found.screen(pair.name)
    if said is None:
        said = Text(ja=pair.name, en=pair.name)
    if pair.origin is not None:
        return Text(
            ja=f"申請書にある {said.ja} は、コードの中に見つかりませんでした。使われないとは言い切れません。",
            en=f"{said.en}, which was declared, was not seen in the code. That does not prove that it is not used.",
        )
    return Text(
        ja=f"{said.ja}: 申請の内容に当たるかを、人が確かめてください。",
        en=f"{said.en}: have a person check whether this is what was declared.",
    )
