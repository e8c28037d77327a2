"""Questions about apps -> the documented requests and their answers as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from reviewer.fetching import answers
from reviewer.fetching.answers import App, Customization, Plugin, Resource, View
from reviewer.fetching.connection import Connection
from reviewer.fetching.trouble import FetchError
from reviewer.intake import DEFAULT
from reviewer.intake.fetched import Lack
from reviewer.rulebook.service import Service

T = TypeVar("T", App, Plugin)
# An answer holds more than is kept of it; of a file, what a review reads.
_JSON_BYTES = 4 * DEFAULT.json_bytes
_FILE_BYTES = DEFAULT.file_bytes
# A server that never comes to the end of a list.
_MOST_PAGES = 1_000


@dataclass(frozen=True, slots=True)
class Api:
    """All that is asked; every method raises as `Connection.get` does."""

    connection: Connection
    service: Service

    def app(self, number: str, guest: str | None) -> App:
        """What an app is called and where it stands."""
        return answers.app(self._json(self.service.app, guest, {"id": number}), guest)

    def apps(self, guest: str | None) -> Iterator[App]:
        """Every app that the account sees, page after page."""
        return self._paged(lambda fields: answers.apps(self._json(self.service.apps, guest, fields), guest), _number)

    def plugins(self) -> Iterator[Plugin]:
        """Every installed plug-in."""
        return self._paged(lambda fields: answers.plugins(self._json(self.service.plugins, None, fields)), _id)

    def customization(self, app: App) -> Customization:
        """What is registered for an app and in use."""
        return answers.customization(self._json(self.service.customization, app.guest, {"app": app.number}))

    def views(self, app: App) -> tuple[View, ...]:
        """The custom views of an app."""
        return answers.views(self._json(self.service.views, app.guest, {"app": app.number}))

    def app_plugins(self, app: App) -> tuple[Plugin, ...]:
        """The plug-ins of an app, called as in Japanese whoever asks."""
        fields = {"app": app.number, "lang": "ja"}
        return answers.plugins(self._json(self.service.app_plugins, app.guest, fields))

    def file(self, app: App, resource: Resource) -> bytes:
        """The bytes of a registered file, of just the size that is registered."""
        if not resource.key:
            raise FetchError(Lack.BROKEN)
        if resource.size is not None and resource.size > _FILE_BYTES:
            raise FetchError(Lack.TOO_LARGE)
        body = self.connection.get(self._path(self.service.file, app.guest), {"fileKey": resource.key}, _FILE_BYTES)
        if resource.size is not None and resource.size != len(body):
            raise FetchError(Lack.WRONG_SIZE)
        return body

    def _paged(self, page: Callable[[Mapping[str, str]], tuple[T, ...]], key: Callable[[T], str]) -> Iterator[T]:
        """Pages until one that is not full. What moves between pages while they are read is given once."""
        seen: set[str] = set()
        size = self.service.page
        for turn in range(_MOST_PAGES):
            found = page({"limit": str(size), "offset": str(turn * size)})
            fresh = [each for each in found if key(each) not in seen]
            seen.update(map(key, fresh))
            yield from fresh
            if len(found) < size:
                return
            if not fresh:
                break
        raise FetchError(Lack.BROKEN)

    def _json(self, path: str, guest: str | None, fields: Mapping[str, str]) -> bytes:
        return self.connection.get(self._path(path, guest), fields, _JSON_BYTES)

    def _path(self, path: str, guest: str | None) -> str:
        root = self.service.root if guest is None else self.service.guest_root.replace("{space}", guest)
        return root + path


def _number(app: App) -> str:
    return app.number


def _id(plugin: Plugin) -> str:
    return plugin.id
