"""What is known of an address and of what it is relative to -> what is known of the address that results."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from os.path import commonprefix

from reviewer.destination import RESTS, component, resolve
from reviewer.javascript.constants import UNKNOWN, Partial, Text, Value, text_of


def address(url: Value, base: Value | None) -> Value:
    """The text of the URL that `url` is in a document at `base`; without a base, `url` is to be one by itself.

    Where only beginnings are known, what all ways to go on have in common.
    """
    bases = _ways(base) if base is not None else [None]
    found = [resolve(text, around) for text in _ways(url) for around in bases]
    known = [each for each in found if each is not None]
    if not known:
        return UNKNOWN
    prefix = commonprefix(known)  # noqa: RUF071 - character by character is what is wanted
    if len(set(known)) == 1 and not isinstance(url, Partial):
        return Text(prefix)
    return Partial(prefix, "")


def _ways(value: Value) -> list[str]:
    """The texts that a value may be; those which make no address are left out by whoever asks."""
    if isinstance(value, Partial):
        return [value.prefix + rest for rest in RESTS]
    return [text_of(value)]


def part(name: str, url: Value) -> Value:
    """A component of an address (`host`, `pathname`): it is known if no way to go on changes it."""
    found = {component(name, text) for text in _ways(url)}
    only = found.pop() if len(found) == 1 else None
    return UNKNOWN if only is None else Text(only)


CHANGING = ("href", "protocol", "host", "hostname", "port", "pathname")
"""Properties of a URL object that change where it leads when they are written."""

_ORIGIN = re.compile(r"https?://[^/?#:@\\]+/")
_PATH = re.compile(r"/?([^?#\\]*)")


def changed(url: Value, written: Mapping[str, Sequence[Value]]) -> Value:
    """What is known of an address some parts of which are written later: another path leaves it on its host."""
    if not written:
        return url
    origin = _ORIGIN.match(url.prefix if isinstance(url, Partial) else text_of(url))
    ports = written.get("port", ())
    if origin is None or not written.keys() <= {"port", "pathname"} or any(port != Text("") for port in ports):
        return UNKNOWN
    if "pathname" not in written:
        return url
    paths = {path.prefix if isinstance(path, Partial) else text_of(path) for path in written["pathname"]}
    path = _PATH.match(paths.pop()) if len(paths) == 1 else None
    return Partial(origin[0] + (path[1] if path is not None else ""), "")
