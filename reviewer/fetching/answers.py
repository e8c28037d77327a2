"""The API's answers as bytes -> values; an answer of another shape than documented is a `FetchError`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.fetching.trouble import FetchError
from reviewer.intake.fetched import Lack
from reviewer.intake.json_text import Json, JsonError, parse

LISTS = (("desktop", "js"), ("desktop", "css"), ("mobile", "js"), ("mobile", "css"))
_NUMBER = re.compile(r"[1-9][0-9]{0,18}")
_SIZE = re.compile(r"[0-9]{1,15}")
_URL = re.compile(r"https?://", re.IGNORECASE)
_SCOPES = frozenset({"ALL", "ADMIN", "NONE"})
# kintone takes 30 in one list.
_MOST_RESOURCES = 1_000


@dataclass(frozen=True, slots=True)
class App:
    """An app as listed; `space` is the number of its space, `guest` that of the guest space it is asked for by."""

    number: str
    name: str | None
    space: str | None
    guest: str | None


@dataclass(frozen=True, slots=True)
class Resource:
    """One entry of one list: a URL, or a file known by key, name and, where given, its size in bytes."""

    device: str
    kind: str
    url: str | None
    name: str
    key: str
    size: int | None

    @property
    def place(self) -> str:
        """The list it is registered in."""
        return f"{self.device}.{self.kind}"


@dataclass(frozen=True, slots=True)
class Customization:
    """Everything registered, in the order it is loaded."""

    scope: str | None
    revision: str | None
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A custom view, whose HTML may hold scripts."""

    name: str
    id: str | None
    device: str | None
    html: str


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plug-in of an app, or an installed one; `enabled` and `version` are what the one and the other list tells."""

    id: str
    name: str
    enabled: bool | None
    version: str | None


def app(body: bytes, guest: str | None) -> App:
    """One app."""
    return _app(_object(body), guest)


def apps(body: bytes, guest: str | None) -> tuple[App, ...]:
    """One page of the list of apps."""
    return tuple(_app(item, guest) for item in _items(_object(body), "apps"))


def customization(body: bytes) -> Customization:
    """What is registered for an app."""
    root = _object(body)
    scope = root.string("scope")
    if scope not in _SCOPES:
        raise _broken()
    return Customization(scope, _word(root.get("revision")), tuple(_resources(root)))


def views(body: bytes) -> tuple[View, ...]:
    """The custom views among all views, in the order of their names, so that the same views give the same bytes."""
    listed = _object(body).get("views")
    if listed is None or listed.members is None:
        raise _broken()
    found: list[View] = []
    for name, view in sorted(listed.members.items()):
        kind = view.string("type")
        if kind is None:
            raise _broken()
        if kind.upper() == "CUSTOM":
            html = view.string("html")
            if html is None:
                raise _broken()
            found.append(View(name, _word(view.get("id")), view.string("device"), html))
    return tuple(found)


def plugins(body: bytes) -> tuple[Plugin, ...]:
    """A list of plug-ins, an app's or the domain's."""
    found: list[Plugin] = []
    for item in _items(_object(body), "plugins"):
        name, identity = item.string("name"), item.string("id")
        if name is None or identity is None:
            raise _broken()
        enabled = item.get("enabled")
        is_enabled = enabled.value if enabled is not None and isinstance(enabled.value, bool) else None
        found.append(Plugin(identity, name, is_enabled, _word(item.get("version"))))
    return tuple(found)


def _app(item: Json, guest: str | None) -> App:
    number = _word(item.get("appId"))
    if number is None or not _NUMBER.fullmatch(number):
        raise _broken()
    space = _word(item.get("spaceId"))
    return App(number, item.string("name"), space if space is not None and _NUMBER.fullmatch(space) else None, guest)


def _resources(root: Json) -> Iterator[Resource]:
    for device, kind in LISTS:
        lists = root.get(device)
        listed = lists.get(kind) if lists is not None else None
        # Lists for mobile style sheets came later than the others.
        if listed is None and (device, kind) == ("mobile", "css"):
            continue
        if listed is None or listed.items is None or len(listed.items) > _MOST_RESOURCES:
            raise _broken()
        for item in listed.items:
            yield _resource(device, kind, item)


def _resource(device: str, kind: str, item: Json) -> Resource:
    """An entry that is neither URL nor file as documented has no key, so that it alone is missing later."""
    url, file = item.string("url"), item.get("file")
    if item.string("type") == "URL" and url is not None:
        return Resource(device, kind, url if _URL.match(url) else None, url, "", None)
    name, key = (file.string("name"), file.string("fileKey")) if file is not None else (None, None)
    if item.string("type") != "FILE" or file is None or name is None:
        return Resource(device, kind, None, name or "?", "", None)
    size = _word(file.get("size"))
    return Resource(device, kind, None, name, key or "", int(size) if size and _SIZE.fullmatch(size) else None)


def _items(root: Json, key: str) -> Sequence[Json]:
    listed = root.get(key)
    if listed is None or listed.items is None:
        raise _broken()
    return listed.items


def _word(node: Json | None) -> str | None:
    """A number or a text as written; the API answers ids and revisions in either form."""
    return node.value if node is not None and isinstance(node.value, str) else None


def _object(body: bytes) -> Json:
    try:
        root = parse(body.decode("utf-8-sig"))
    except (UnicodeDecodeError, JsonError) as error:
        raise _broken() from error
    if root.members is None:
        raise _broken()
    return root


def _broken() -> FetchError:
    return FetchError(Lack.BROKEN)
