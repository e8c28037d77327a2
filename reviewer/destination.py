"""A URL, whole or only its known beginning, turned into where a browser would go with it.

The only module that knows ada-url, the WHATWG URL parser; see https://url.spec.whatwg.org/.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

import ada_url

from reviewer import hostname
from reviewer.record import value
from reviewer.rule import HostClass
from reviewer.text import Text

OTHER = "other"
"""Class of a destination that no host class names."""
UNKNOWN = "unknown"
"""Class of a destination that is computed, or that no browser could go to."""
RELATIVE = "relative"
"""Class of a URL that stays on the page's own host, whatever that is."""
DATA = "data"
"""Class of a URL that holds its content itself (data:)."""
HELD = "held"
"""Class of a URL of something that the page itself holds (blob:)."""
SCRIPT = "script"
"""Class of a URL that is code (javascript:)."""
APPLICATION = "application"
"""Class of a URL that another program opens (mailto:, tel:)."""
CHECKED = "checked"
"""Class of a destination that is computed and that the code compares with fixed ones before it goes there."""
TRUSTED = "trusted"
"""Class of the hosts that a policy trusts; see `trusting`."""


class Disguise(StrEnum):
    """How a URL hides where it goes."""

    USERINFO = "userinfo"
    ADDRESS = "address"
    LOOK_ALIKE = "look-alike"
    CHARACTERS = "characters"


@value
class Destination:
    """Where a browser would go.

    `scheme` is lower case without colon ("https" for relative URLs, as the pages reviewed are served over https), ""
    where it is computed. `host` is what the browser contacts (lower case, punycode, IPv4 in dotted form), None where
    there is none or it is computed; `display` the same as Unicode text. `port` is "" for the scheme's own. `host_class`
    is the name of a host class or one of the constants above.
    """

    scheme: str
    host: str | None
    display: str | None
    port: str
    host_class: str
    disguises: tuple[Disguise, ...]

    @property
    def insecure(self) -> bool:
        """Whether data travels unencrypted."""
        return self.scheme in {"http", "ws", "ftp"}


OWN_HOST = "own-host.invalid"
"""Stands for the page's own host in text that is known but for it. The domain `invalid` never exists (RFC 6761)."""

# Two made-up pages: a URL that ends on whichever host it is read at is relative.
_PAGES = ("https://a.page.invalid/k/1/", "https://b.page.invalid/k/1/")

RESTS = (
    "",
    "x",
    "x.invalid/",
    ".invalid/",
    "@x.invalid/",
    ":x@x.invalid/",
    "/x.invalid/",
    "//x.invalid/",
    ":x",
    "://x",
)
"""Ways a computed rest could go on; a part of a URL is settled when none of them changes it."""


_LONG = 2_000
"""Characters of an address above which it is not kept what was found out about it."""

_CODE_SCHEMES = frozenset({"javascript", "vbscript"})
_CONTENT_SCHEMES = frozenset({"data", "blob", "filesystem"})
_HELD_SCHEMES = frozenset({"blob", "filesystem"})
_NETWORK_SCHEMES = frozenset({"http", "https", "ws", "wss", "ftp"})
_DOTTED = re.compile(r"\d+(?:\.\d+){3}")


@value
class _Target:
    scheme: str
    host: str
    relative: bool


def _text(url: str) -> str:
    """The URL as a browser's string type passes it on: surrogate pairs joined, single surrogates replaced."""
    return url.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _parse(url: str, base: str | None) -> ada_url.URL | None:
    try:
        return ada_url.URL(url) if base is None else ada_url.URL(url, base)
    except ValueError:
        return None


def _target(url: str) -> _Target | None:
    first, second = (_parse(url, page) for page in _PAGES)
    if first is None or second is None:
        return None
    scheme = first.protocol.removesuffix(":")
    host = first.hostname if scheme in _NETWORK_SCHEMES else ""
    if host == OWN_HOST:
        return _Target(scheme=scheme, host="", relative=True)
    return _Target(scheme=scheme, host=host, relative=first.hostname != second.hostname)


def join(base: str, url: str) -> str:
    """The URL that `url` means in a document with `<base href=base>`; `url` itself where that cannot be told."""
    page = _parse(_text(base), _PAGES[0])
    if page is None or _target(_text(base)) in (None, _target("")):
        return url
    joined = _parse(_text(url), page.href)
    return url if joined is None else joined.href


def resolve(url: str, base: str | None) -> str | None:
    """The whole URL that `url` is in a document at `base`, by itself without one; None where it is none."""
    parsed = _parse(_text(url), None if base is None else _text(base))
    return None if parsed is None else parsed.href


def component(name: str, url: str) -> str | None:
    """A component of a whole URL by its name in browsers (`origin`, `host`, `pathname`); None where there is none."""
    parsed = _parse(_text(url), None)
    if parsed is None or name not in {"origin", "protocol", "host", "hostname", "port", "pathname"}:
        return None
    return str(getattr(parsed, name))


def trusting(hosts: Sequence[str], classes: Sequence[HostClass]) -> tuple[HostClass, ...]:
    """The classes with one named `trusted` for these host patterns in front of them."""
    title = Text(ja="方針で信頼するとしたホスト", en="Hosts the policy trusts")
    return (HostClass(name=TRUSTED, title=title, patterns=tuple(hosts), exempt=True), *classes)


def judge(prefix: str, complete: bool, classes: Sequence[HostClass]) -> Destination:
    """Where a browser goes with a URL of which `prefix` is known, all of it when `complete`.

    The host of an incomplete URL is known only if nothing that may follow could change it: `https://example.jp/` has
    one, `https://example.jp` has none yet. Only what follows the page's own origin is taken for a path of it. The first
    class with a fitting pattern wins.
    """
    judged = _judged if len(prefix) > _LONG else _judged_before
    return judged(prefix, complete, tuple(classes))


def _judged(prefix: str, complete: bool, classes: tuple[HostClass, ...]) -> Destination:
    url = _text(prefix)
    complete = complete or _is_own_origin(url)
    targets = {_target(url + rest) for rest in (("",) if complete else RESTS)}
    target = targets.pop() if len(targets) == 1 else None
    if target is None:
        return Destination(scheme="", host=None, display=None, port="", host_class=UNKNOWN, disguises=())
    if target.relative:
        return _hostless(target.scheme, RELATIVE)
    if target.scheme in _CODE_SCHEMES:
        return _hostless(target.scheme, SCRIPT)
    if target.scheme in _CONTENT_SCHEMES:
        return _hostless(target.scheme, HELD if target.scheme in _HELD_SCHEMES else DATA)
    if target.scheme == "about":
        return _hostless(target.scheme, RELATIVE)
    if not target.host:
        return _hostless(target.scheme, OTHER if target.scheme in _NETWORK_SCHEMES else APPLICATION)
    return _hosted(url, target, classes)


@lru_cache(maxsize=4096)
def _judged_before(prefix: str, complete: bool, classes: tuple[HostClass, ...]) -> Destination:
    """The same, kept: each rule asks again where the same addresses lead."""
    return _judged(prefix, complete, classes)


def _is_own_origin(url: str) -> bool:
    parsed = _parse(url, None)
    return parsed is not None and parsed.hostname == OWN_HOST and url.endswith(OWN_HOST)


def _hostless(scheme: str, host_class: str) -> Destination:
    return Destination(scheme=scheme, host=None, display=None, port="", host_class=host_class, disguises=())


def _hosted(url: str, target: _Target, classes: Sequence[HostClass]) -> Destination:
    parsed = _parse(url, _PAGES[0])
    display = ada_url.idna_to_unicode(target.host) or target.host
    fitting = (each.name for each in classes if any(hostname.fits(target.host, glob) for glob in each.patterns))
    return Destination(
        scheme=target.scheme,
        host=target.host,
        display=display,
        port="" if parsed is None else parsed.port,
        host_class=next(fitting, OTHER),
        disguises=tuple(_disguises(url, target.host, display, parsed, classes)),
    )


def _disguises(
    url: str, host: str, display: str, parsed: ada_url.URL | None, classes: Sequence[HostClass]
) -> list[Disguise]:
    found = []
    if parsed is not None and (parsed.username or parsed.password):
        found.append(Disguise.USERINFO)
    is_ipv4 = parsed is not None and parsed.host_type == ada_url.HostType.IPV4
    if is_ipv4 and (_DOTTED.fullmatch(host) is None or host not in url):
        found.append(Disguise.ADDRESS)
    known = [glob for each in classes for glob in each.patterns]
    if not is_ipv4 and hostname.deceives(host, display, known):
        found.append(Disguise.LOOK_ALIKE)
    authority = re.split(r"(?<=[^:/\\])[/?#]", url, maxsplit=1)[0]
    if "\\" in authority or re.search(r"[\t\r\n]", authority) is not None:
        found.append(Disguise.CHARACTERS)
    return found
