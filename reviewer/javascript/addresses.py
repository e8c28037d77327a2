"""How the beginning of a text, or an expression it fits, settles where it leads when it is taken for an address.

An address is settled where its scheme and host can no longer be chosen: behind `https://www.example.jp/`, not behind
`https://www.example.jp`; as `/k/`, not as `/`, which `//elsewhere` begins with as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.javascript.facts import Folded
from reviewer.javascript.regular import ANY, DIGITS, LETTERS, Accepted, Alternative, Step, is_held, letters, mask_of

_PINNED = re.compile(
    r"(?:https?:)?//[^/?#\\\s]+[/?#]|/[^/\\]|\.{1,2}/|[?#]|(?:mailto|tel):|blob:|data:image/(?!svg)", re.IGNORECASE
)
_SCHEME_AND_HOST = re.compile(r"\A[a-z][a-z0-9+.-]*://[^/?#]*", re.IGNORECASE)
_RELATIVE = re.compile(r"[\w%.~-]+[/?#]")
_SCHEME = re.compile(r"https?:", re.IGNORECASE)
_BEGUN = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_REFRESH = re.compile(r"\s*\d+(?:\.\d*)?\s*[;,]\s*url\s*=\s*['\"]?", re.IGNORECASE)
_OPEN_HOST = re.compile(r"\s*(?:[a-z][\w+.-]*:)?//[^/?#\\]*\Z", re.IGNORECASE)
_SCRIPT = re.compile(r"[\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)

_CONTENT = re.compile(r"[\x00-\x20]*d\s*a\s*t\s*a\s*:", re.IGNORECASE)

_HOST = mask_of("-_.") | DIGITS | LETTERS
_PATH, _COLON, _ENTITY = mask_of("/?#"), mask_of(":"), mask_of("&")
_SLASHES, _UNSEEN = mask_of("/\\"), mask_of("".join(map(chr, range(0x21))))
"""What an address begins with that leads to another host, and what is left out where it stands in front of it."""
_PINS = frozenset({"pinned", "scheme", "relative"})
_FLAT = ANY & ~mask_of("/\\")
_LABELS = re.compile(r"\.[\w-]+(?:\.[\w-]+)+\Z")

LEADING = frozenset({"href", "host", "hostname"})
"""The properties of a URL object that decide where it leads; its protocol cannot become that of a script."""


def pins(prefix: str) -> bool:
    """Whether text that begins so can no longer choose its scheme and host."""
    prefix = _REFRESH.sub("", prefix, count=1)
    return bool(_PINNED.match(prefix) or _RELATIVE.match(prefix))


def is_sent(prefix: str, suffix: str) -> bool:
    """Whether an address that begins and ends so leads to a host that what is between does not choose alone."""
    begun = _BEGUN.match(prefix)
    return pins(prefix) or (begun is not None and (begun.end() < len(prefix) or suffix != ""))


def keeps_scheme(prefix: str) -> bool:
    """Whether text that begins so is an http(s) address, of whatever host."""
    return bool(_SCHEME.match(prefix))


def leaves_host(prefix: str) -> bool:
    """Whether what follows this text becomes (part of) the host."""
    return bool(_OPEN_HOST.match(_REFRESH.sub("", prefix, count=1)))


def is_script(prefix: str) -> bool:
    """Whether what begins so is a `javascript:` address: what follows is run."""
    return bool(_SCRIPT.match(prefix))


def is_content(prefix: str) -> bool:
    """Whether what begins so is a `data:` address: what follows is what is loaded."""
    return bool(_CONTENT.match(prefix))


def endpoint(url: Folded) -> str:
    """The path of a request as far as it is known, or its known end, without scheme, host, query and `.json`; "" where
    nothing is known.
    """
    path = _SCHEME_AND_HOST.sub("", url.text if url.text is not None else url.prefix)
    if url.text is None and not path.strip("/") and url.suffix.startswith("/"):
        path = url.suffix
    return re.split(r"[?#]", path, maxsplit=1)[0].removesuffix(".json")


def is_domain(suffix: str) -> bool:
    """Whether only one owner's hosts end so: a dot and at least two names."""
    return bool(_LABELS.fullmatch(suffix))


def settled_by(known: Accepted) -> frozenset[str]:
    """What fitting an expression proves of an address as a whole (see `guards`)."""
    ways = [_address(steps) for steps in known.alternatives]
    return frozenset.intersection(*ways) if ways else frozenset()


def _address(steps: Alternative) -> frozenset[str]:
    if not is_held(steps, "start"):
        return frozenset()
    begun = _begun_as(steps)
    return _PINS if begun == "pinned" else _without_scheme(steps) | ({begun} if begun is not None else frozenset())


def _without_scheme(steps: Alternative) -> frozenset[str]:
    """What it is for an address that no colon can come before its path does: only what begins with a slash may lead to
    another host. An ampersand stands for a colon in markup, so that there may be a scheme in that.
    """
    first, all_of_them, begun = 0, 0, False
    for step in steps:
        if step.kind == "characters":
            first |= 0 if begun else step.characters
            all_of_them |= step.characters
            if step.least and not step.characters & ~_PATH:
                break
            if step.characters & _COLON:
                return frozenset()
            begun = begun or step.least > 0
        elif step.kind == "end":
            break
    else:
        return frozenset()
    hosted = first & _SLASHES or (first & _UNSEEN and all_of_them & _SLASHES)
    return frozenset({"relative"} if not hosted else ()) | frozenset({"scheme"} if not all_of_them & _ENTITY else ())


def _begun_as(steps: Alternative) -> str | None:
    """What the letters that an address begins with are for it."""
    text = ""
    rest = [step for step in letters(steps) if step.kind != "start"]
    while rest and (letter := rest[0].letter()) is not None:
        text += letter
        rest.pop(0)
    guard = "scheme" if keeps_scheme(text) else None
    if pins(text):
        return "pinned"
    if text == "/":
        return None if _following(rest) & ~_FLAT else "pinned"
    if not leaves_host(text):
        return guard
    return "pinned" if _ends_host(text.partition("//")[2], tuple(rest)) else guard


def _following(steps: Sequence[Step]) -> int:
    """The characters of which one may come next."""
    allowed, possible = ANY, 0
    for step in steps:
        if step.kind == "next" and not possible:
            allowed &= step.characters
        elif step.kind == "characters":
            possible |= step.characters
            if step.least:
                return possible & allowed
        elif step.kind == "end":
            return possible & allowed
    return allowed


def _ends_host(host: str, rest: Alternative) -> bool:
    """Whether a host that begins so, and goes on with these steps, is one owner's, and is ended by a slash."""
    loose = False
    for step in rest:
        letter = step.letter()
        if step.kind == "end" or (step.kind == "characters" and not step.characters & ~mask_of("/?#") and step.least):
            host = re.sub(r":\Z", "", host)
            return is_domain(host) if loose else bool(host)
        if letter is not None and letter not in "\\@":
            host += letter
        elif step.kind == "characters" and not step.characters & ~DIGITS and host.endswith(":"):
            continue
        elif step.kind == "characters" and not step.characters & ~_HOST:
            host, loose = "", True
        elif step.kind != "next":
            return False
    return False


def settles_host(known: Accepted, *, origin: bool) -> bool:
    """Whether a host (or an origin, which is scheme, host and port) that fits an expression is one owner's."""
    return bool(known.alternatives) and all(_host(steps, origin=origin) for steps in known.alternatives)


def _host(steps: Alternative, *, origin: bool) -> bool:
    if not is_held(steps, "end"):
        return False
    text, loose = "", not is_held(steps, "start")
    for step in letters(steps):
        letter = step.letter()
        if step.kind in {"start", "end", "next"}:
            continue
        if letter is not None:
            text += letter
        elif not step.characters & ~DIGITS and text.endswith(":") and step.least:
            text = text[:-1]
        else:
            text, loose = "", True
    if loose:
        return is_domain(text)
    return bool(re.match(r"https?://[^/]+\Z", text)) if origin else bool(text)
