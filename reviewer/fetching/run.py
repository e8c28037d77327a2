"""Apps that are asked for -> folders of a store, some at a time, and a told outcome for each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace

from reviewer.errors import ReviewerError
from reviewer.fetching import layout
from reviewer.fetching.answers import App, Customization, Plugin, Resource, View
from reviewer.fetching.api import Api
from reviewer.fetching.naming import Namer
from reviewer.fetching.store import LOOSE, Draft, Store
from reviewer.fetching.trouble import FetchError, Missing, StoppedError
from reviewer.intake.fetched import Lack, Thing
from reviewer.intake.json_text import JsonError, parse
from reviewer.text import Text

# So many apps one after the other that could not be reached, and the rest is not tried.
_PATIENCE = 3
_ASTRAY = frozenset({Lack.UNREACHABLE, Lack.INSECURE})
# Reasons that are gone another day: what an earlier fetch left is worth more than a folder with holes.
_PASSING = _ASTRAY.union((Lack.BUSY, Lack.SERVER, Lack.SLOW, Lack.WRONG_SIZE))


@dataclass(frozen=True, slots=True)
class Wish:
    """What to fetch: apps by number (with the guest space they stand in), or everything, of guest spaces too."""

    apps: tuple[tuple[str, str | None], ...]
    everything: bool
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one app: `turn` of `total`.

    `is_empty` where nothing is registered, so that it has no folder; `is_kept` where the folder of an earlier fetch
    stays, since something could not be had for a reason that passes.
    """

    turn: int
    total: int
    app: App
    files: int
    urls: int
    views: int
    plugins: int
    is_empty: bool
    is_kept: bool
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The last thing told: gaps that belong to no app's folder."""

    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """What was had of one app besides its files."""

    customization: Customization | None
    views: tuple[View, ...]
    plugins: tuple[Plugin, ...]
    missing: tuple[Missing, ...]


def fetch(
    api: Api, store: Store, wish: Wish, host: str, connections: int, clock: Callable[[], str]
) -> Iterator[Outcome | Ended]:
    """Fetches and tells as it goes. ReviewerError where nobody is let in or the disk refuses: the run ends there."""
    loose: list[Missing] = []
    try:
        apps = _listed(api, wish, loose) if wish.everything else tuple(_asked(api, wish))
        versions = _versions(api) if apps else {}
        work = _Work(api, store, host, versions, clock)
        yield from _all(work, apps, connections, loose)
        if wish.everything:
            seen = {app.number for app in apps}
            is_whole = not any(each.thing is Thing.APPS for each in loose)
            loose += [
                Missing(Thing.APP, Lack.NOT_LISTED, name=number)
                for number in store.apps()
                if number not in seen and is_whole
            ]
        _leave(store, host, loose, keep=not wish.everything)
    except OSError as error:
        raise ReviewerError(
            Text(
                ja=f"{store.folder} に書き込めません({error.strerror})。空き容量と権限を確かめてください。"
                "書き終えたアプリはそのまま使えます。",
                en=f"Cannot write to {store.folder} ({error.strerror}). Check free space and permissions. Apps that "
                "were written are complete.",
            )
        ) from error
    yield Ended(tuple(loose))


@dataclass(frozen=True, slots=True)
class _Work:
    """What the threads share; `versions` are those of the installed plug-ins by id, or why they are not known."""

    api: Api
    store: Store
    host: str
    versions: Mapping[str, str | None] | Missing
    clock: Callable[[], str]

    def app(self, app: App, turn: int, total: int) -> Outcome:
        """One app: asked for, and written whole."""
        with self.store.draft(f"app-{app.number}") as draft:
            return self._drafted(draft, app, turn, total)

    def _drafted(self, draft: Draft, app: App, turn: int, total: int) -> Outcome:
        app, held = self._held(app)
        missing = list(held.missing)
        entries: list[tuple[Resource, str]] = []
        names: dict[str, str] = {}
        namer = Namer()
        for resource in held.customization.resources if held.customization is not None else ():
            if resource.url is not None:
                entries.append((resource, resource.url))
                continue
            try:
                data = self.api.file(app, resource)
            except FetchError as trouble:
                missing.append(Missing.of(Thing.FILE, trouble, name=resource.name, place=resource.place))
                continue
            path = namer.path(resource.device, resource.kind, resource.name)
            draft.write(path, data)
            entries.append((resource, path))
            if path != f"{resource.device}/{resource.kind}/{resource.name}":
                names[path] = resource.name
        is_empty = not (entries or held.views or held.plugins or missing)
        is_kept = any(each.lack in _PASSING for each in missing) and self.store.has(draft.name)
        if is_empty:
            self.store.remove(draft.name)
        elif not is_kept:
            draft.write(layout.MANIFEST, layout.manifest(app, held.customization, entries))
            if held.views:
                draft.write(layout.VIEWS, layout.custom_views(held.views))
            draft.write(layout.RECORD, layout.record(self.host, app, names, held.plugins, missing))
            draft.commit()
        if not is_kept:
            self.store.note(layout.note(self.host, app, held.customization, self.clock(), is_complete=not missing))
        urls = sum(resource.url is not None for resource, _ in entries)
        return Outcome(
            turn,
            total,
            app,
            files=len(entries) - urls,
            urls=urls,
            views=len(held.views),
            plugins=len(held.plugins),
            is_empty=is_empty,
            is_kept=is_kept,
            missing=tuple(missing),
        )

    def _held(self, app: App) -> tuple[App, _Held]:
        """Everything but files. An app of a guest space that is known is asked for by the path of that space."""
        missing: list[Missing] = []
        customization: Customization | None = None
        try:
            customization = self.api.customization(app)
        except FetchError as trouble:
            if app.guest is None and app.space is not None and trouble.code == self.api.service.guest_only:
                return self._held(replace(app, guest=app.space))
            missing.append(Missing.of(Thing.CUSTOMIZATION, trouble))
            if trouble.lack in _ASTRAY:
                return app, _Held(None, (), (), tuple(missing))
        views: tuple[View, ...] = ()
        try:
            views = self.api.views(app)
        except FetchError as trouble:
            missing.append(Missing.of(Thing.VIEWS, trouble))
        plugins: tuple[Plugin, ...] = ()
        try:
            plugins = self.api.app_plugins(app)
        except FetchError as trouble:
            missing.append(Missing.of(Thing.APP_PLUGINS, trouble))
        if isinstance(self.versions, Missing):
            missing += [self.versions] if plugins else []
        else:
            plugins = tuple(replace(plugin, version=self.versions.get(plugin.id)) for plugin in plugins)
        return app, _Held(customization, views, plugins, tuple(missing))


def _listed(api: Api, wish: Wish, loose: list[Missing]) -> tuple[App, ...]:
    """All apps, each once; one that a guest space lists is asked for by that space's path."""
    found: dict[str, App] = {}
    for guest in (None, *wish.guests):
        try:
            for app in api.apps(guest):
                found[app.number] = app
        except FetchError as trouble:
            loose.append(Missing.of(Thing.APPS, trouble, name=None if guest is None else f"guest/{guest}"))
    return tuple(sorted(found.values(), key=lambda app: int(app.number)))


def _asked(api: Api, wish: Wish) -> Iterator[App]:
    """Apps by number; what one is called is no code, and nothing is missing without it."""
    for number, guest in wish.apps:
        try:
            yield replace(api.app(number, guest), number=number)
        except FetchError:
            yield App(number, None, None, guest)


def _versions(api: Api) -> Mapping[str, str | None] | Missing:
    try:
        return {plugin.id: plugin.version for plugin in api.plugins()}
    except FetchError as trouble:
        return Missing.of(Thing.PLUGINS, trouble)


def _all(work: _Work, apps: Sequence[App], connections: int, loose: list[Missing]) -> Iterator[Outcome]:
    """Every app, told in the order they are done; what is not tried any more is missing."""
    stop = work.api.connection.stop
    astray = 0
    untried: list[App] = []
    with ThreadPoolExecutor(connections, thread_name_prefix="fetch") as pool:
        asked: dict[Future[Outcome], App] = {}
        try:
            for turn, app in enumerate(apps, 1):
                asked[pool.submit(work.app, app, turn, len(apps))] = app
            for done in as_completed(asked):
                try:
                    outcome = done.result()
                except StoppedError:
                    untried.append(asked[done])
                    continue
                astray = astray + 1 if any(each.lack in _ASTRAY for each in outcome.missing) else 0
                if astray >= _PATIENCE:
                    stop.set()
                if outcome.is_kept:
                    loose += [replace(each, thing=Thing.APP, name=outcome.app.number) for each in outcome.missing[:1]]
                yield outcome
        finally:
            # Also where the run is broken off: threads end at their next request, and drafts are discarded.
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
    ordered = sorted(untried, key=lambda app: int(app.number))
    loose += [Missing(Thing.APP, Lack.NOT_STARTED, name=app.number) for app in ordered]


def _leave(store: Store, host: str, loose: Collection[Missing], *, keep: bool) -> None:
    """The record of what belongs to no app; a run that does not ask for everything adds to what is there."""
    lines = dict.fromkeys((*(_left(store.loose()) if keep else ()), *loose))
    if not lines:
        if not keep:
            store.remove(LOOSE)
        return
    with store.draft(LOOSE) as draft:
        draft.write(layout.RECORD, layout.loose_record(host, lines))
        draft.commit()


def _left(data: bytes | None) -> Iterable[Missing]:
    """What an earlier run left, as far as it can be read."""
    try:
        root = parse((data or b"{}").decode("utf-8"))
    except (UnicodeDecodeError, JsonError):
        return
    listed = root.get("missing")
    for item in (listed.items or ()) if listed is not None else ():
        thing, lack, status = item.string("thing"), item.string("lack"), item.string("status")
        if thing in set(Thing) and lack in set(Lack):
            number = int(status) if status is not None and status.isdecimal() else None
            yield Missing(
                Thing(thing), Lack(lack), item.string("name"), item.string("place"), number, item.string("code")
            )
