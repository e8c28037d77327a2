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
_ANY_IN_HOST = _HOST | mask_of("/@?#")
_NAMED = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)
_ENDS_NAME = re.compile(r"\.(?:[a-z]{2}|com|net|org|info|biz|app|dev)\Z")
"""What a whole host name ends with, if it is in the public part of the net."""
_LABELS = re.compile(r"\.[\w-]+(?:\.[\w-]+)+\Z")

LEAKY = "leaky"
"""What a test proves that names a host and lets other hosts through as well."""

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
    leaky = frozenset({LEAKY} if any(LEAKY in way for way in ways) else ())
    return frozenset.intersection(*ways) | leaky if ways else frozenset()


def _address(steps: Alternative) -> frozenset[str]:
    if not is_held(steps, "start"):
        return frozenset()
    begun = _begun_as(steps)
    if begun == LEAKY:
        return frozenset({"scheme", LEAKY})
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
    host = text.partition("//")[2]
    if _ends_host(host, tuple(rest)):
        return "pinned"
    return LEAKY if guard is not None and _names_host(host, rest) else guard


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


def leaves_open(prefix: str) -> bool:
    """Whether text names a host whose name may go on behind it: `https://www.example.jp`."""
    return keeps_scheme(prefix) and leaves_host(prefix) and bool(_NAMED.fullmatch(prefix.partition("//")[2]))


def _names_host(host: str, rest: Sequence[Step]) -> bool:
    """Whether a host is spelled out, but for dots that let any character through, or an end that is missing."""
    for step in rest:
        letter = step.letter()
        if letter is None and not _is_dot(step):
            return bool(_NAMED.fullmatch(host)) and not (step.kind == "characters" and step.characters & ~_PATH == 0)
        host += "." if letter is None else letter
        if letter is not None and letter in "/?#":
            break
    return bool(_NAMED.fullmatch(host.rstrip("/?#")))


def _is_dot(step: Step) -> bool:
    """Whether a step takes one character, of any kind: a dot that nobody put a backslash in front of."""
    return step.kind == "characters" and step.least == step.most == 1 and not _ANY_IN_HOST & ~step.characters


def _keeps_owner(host: str, dots: Sequence[int]) -> bool:
    """Whether a host is one owner's whatever character stands in the place of these dots of it.

    A letter instead of the last dot makes an end that no name has; a slash there ends the host before it.
    """
    return all("." not in host[at + 1 :] and not _ENDS_NAME.search(host[:at]) for at in dots)


def _ends_host(host: str, rest: Alternative) -> bool:
    """Whether a host that begins so, and goes on with these steps, is one owner's, and is ended by a slash."""
    loose = False
    dots: list[int] = []
    for step in rest:
        letter = step.letter()
        if step.kind == "end" or (step.kind == "characters" and not step.characters & ~mask_of("/?#") and step.least):
            host = re.sub(r":\Z", "", host)
            return (is_domain(host) if loose else bool(host)) and _keeps_owner(host, dots)
        if letter is not None and letter not in "\\@":
            host += letter
        elif step.kind == "characters" and not step.characters & ~DIGITS and host.endswith(":"):
            continue
        elif _is_dot(step) and not loose:
            dots.append(len(host))
            host += "."
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
