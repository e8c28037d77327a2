"""Where a request goes as far as its address is known -> destinations and paths; what flow and use engines share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.destination import CHECKED, OWN_HOST, UNKNOWN, Destination, judge
from reviewer.javascript import addresses
from reviewer.javascript.facts import Folded, Target
from reviewer.rule import HostClass

_OWN = re.compile(rf"(?:https?:)?//{re.escape(OWN_HOST)}", re.IGNORECASE)


def destinations_of(target: Target | None, classes: Sequence[HostClass]) -> tuple[Destination, ...]:
    """Where a request may go; an unknown place where nothing is known."""
    if target is None:
        return (judge("", complete=False, classes=classes),)
    found = tuple(destination_of(url, classes) for url in target.urls)
    if target.checked:
        found = tuple(replace(each, host_class=CHECKED) if each.host_class == UNKNOWN else each for each in found)
    return found


def destination_of(url: Folded, classes: Sequence[HostClass]) -> Destination:
    """Where one address leads."""
    return judge(url.prefix if url.text is None else url.text, complete=url.text is not None, classes=classes)


def endpoint(url: Folded | None) -> str:
    """The path of a request as far as it is known; "" where nothing is known."""
    return "" if url is None else addresses.endpoint(url)


def shown(url: Folded) -> str:
    """An address for readers: what stands for the page's own host is left out."""
    return _OWN.sub("", url.text or url.prefix)
