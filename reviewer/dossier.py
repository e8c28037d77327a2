"""What a submission does, in plain facts with places: an inventory to hold its author's own description against."""

from __future__ import annotations

from reviewer.record import value
from reviewer.source import Location


@value
class EventEntry:
    """A kintone event that is listened to; `name` may end in `*` where only its beginning is known."""

    name: str
    locations: tuple[Location, ...]


@value
class RestEntry:
    """A REST call: `method` and `endpoint` as far as known ("?" where computed); `app` the app id, or "?"."""

    method: str
    endpoint: str
    app: str
    danger: str
    locations: tuple[Location, ...]


@value
class HostEntry:
    """A destination: host name ("?" where computed), its class, how it is reached, and which data goes there."""

    host: str
    host_class: str
    via: tuple[str, ...]
    data: tuple[str, ...]
    locations: tuple[Location, ...]


@value
class FieldEntry:
    """A field code and how it is used: read, write."""

    code: str
    access: tuple[str, ...]
    locations: tuple[Location, ...]


@value
class StorageEntry:
    """Data kept outside kintone: in the browser, the console, a download. `data` are the kinds of data kept."""

    place: str
    data: tuple[str, ...]
    locations: tuple[Location, ...]


@value
class LibraryEntry:
    """A library: `identity` is exact (bytes known), claimed (a banner or URL says so); `origin` a path or URL."""

    name: str
    version: str
    identity: str
    origin: str
    locations: tuple[Location, ...]


@value
class Dossier:
    """What the submission does."""

    events: tuple[EventEntry, ...]
    rest_calls: tuple[RestEntry, ...]
    hosts: tuple[HostEntry, ...]
    fields: tuple[FieldEntry, ...]
    storage: tuple[StorageEntry, ...]
    libraries: tuple[LibraryEntry, ...]
