"""What was had of one app -> the documents of its folder, in forms that intake reads; same app, same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from reviewer.fetching.answers import LISTS, App, Customization, Plugin, Resource, View
from reviewer.fetching.trouble import Missing
from reviewer.intake.fetched import FORM, NAME

MANIFEST = "customize-manifest.json"
VIEWS = "views.json"
RECORD = NAME


def manifest(app: App, found: Customization | None, entries: Sequence[tuple[Resource, str]]) -> bytes:
    """The manifest in the form of the platform's own tools; `entries` are URLs, and paths of files, in their order."""
    lists: dict[str, dict[str, list[str]]] = {}
    for device, kind in LISTS:
        wanted = [text for resource, text in entries if (resource.device, resource.kind) == (device, kind)]
        lists.setdefault(device, {})[kind] = wanted
    scope = {} if found is None or found.scope is None else {"scope": found.scope}
    return _document({"app": app.number, **scope, **lists})


def custom_views(found: Sequence[View]) -> bytes:
    """The custom views, in the form of the API's answer."""
    return _document(
        {
            "views": {
                view.name: {
                    "type": "CUSTOM",
                    **({} if view.id is None else {"id": view.id}),
                    **({} if view.device is None else {"device": view.device}),
                    "html": view.html,
                }
                for view in found
            }
        }
    )


def record(
    host: str, app: App, names: Mapping[str, str], plugins: Sequence[Plugin], missing: Iterable[Missing]
) -> bytes:
    """What a review is to be told: what is missing, which plug-ins there are, what files are called in kintone.

    Times and the app's revision are not in it: they change where nothing that runs has changed.
    """
    return _document(
        {
            "form": FORM,
            "host": host,
            "app": app.number,
            "guest_space": app.guest,
            "names": dict(names),
            "plugins": [_plugin(plugin) for plugin in plugins],
            "missing": [_missing(each) for each in missing],
        }
    )


def loose_record(host: str, missing: Iterable[Missing]) -> bytes:
    """The record of what belongs to no app's folder."""
    return _document({"form": FORM, "host": host, "missing": [_missing(each) for each in missing]})


def note(host: str, app: App, found: Customization | None, when: str, *, is_complete: bool) -> bytes:
    """The line of the log: how the app was called, in which revision it was, when it was fetched."""
    told = {
        "fetched_at": when,
        "host": host,
        "app": app.number,
        "name": app.name,
        "space": app.space,
        "guest_space": app.guest,
        "revision": None if found is None else found.revision,
        "is_complete": is_complete,
    }
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _plugin(plugin: Plugin) -> dict[str, object]:
    return {"id": plugin.id, "name": plugin.name, "enabled": plugin.enabled, "version": plugin.version}


def _missing(each: Missing) -> dict[str, object]:
    said = {"thing": each.thing.value, "lack": each.lack.value, "name": each.name, "place": each.place}
    answer = {"status": None if each.status is None else str(each.status), "code": each.code}
    return {key: value for key, value in {**said, **answer}.items() if value is not None}


def _document(value: object) -> bytes:
    """JSON in UTF-8; half of a surrogate pair, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
