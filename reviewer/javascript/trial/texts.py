"""`replace`, `split`, `match` and `test` of strings (22.1.3, 22.2), in full where the pattern can be matched here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reviewer.javascript.trial.regexes import compiled
from reviewer.javascript.trial.values import UNDEFINED, Regex, Unknown, Value, to_text

Replacer = Callable[[Sequence[Value]], str]
_REFERENCE = re.compile(r"\$(?:(\$)|(&)|(`)|(')|(\d\d?)|<([^>]*)>)")


def pattern_of(what: Value) -> re.Pattern[str]:
    """What is looked for, as Python's pattern."""
    found = compiled(what.source, what.flags) if isinstance(what, Regex) else re.compile(re.escape(to_text(what)))
    if found is None or (isinstance(what, Regex) and "y" in what.flags):
        raise Unknown
    return found


def matches(text: str, what: Value, *, everywhere: bool) -> Iterator[re.Match[str]]:
    """The places that `replace` replaces."""
    found = pattern_of(what).finditer(text)
    for match in found:
        yield match
        if not (everywhere or (isinstance(what, Regex) and "g" in what.flags)):
            return


def given(match: re.Match[str]) -> list[Value]:
    """What a replacing function is called with."""
    groups: list[Value] = [UNDEFINED if group is None else group for group in match.groups()]
    return [match[0], *groups, float(match.start()), match.string]


def replaced(text: str, what: Value, template: Value, function: Replacer | None, *, everywhere: bool) -> str:
    """`replace` and `replaceAll`, with a template or a function."""
    out: list[str] = []
    at = 0
    for match in matches(text, what, everywhere=everywhere):
        out.append(text[at : match.start()])
        out.append(expanded(to_text(template), match) if function is None else function(given(match)))
        at = match.end()
    return "".join([*out, text[at:]])


def expanded(template: str, match: re.Match[str]) -> str:
    """GetSubstitution (22.1.3.19.1)."""

    def one(reference: re.Match[str]) -> str:
        dollar, whole, before, after, number, name = reference.groups()
        if dollar:
            return "$"
        if whole:
            return match[0]
        if before:
            return match.string[: match.start()]
        if after:
            return match.string[match.end() :]
        if name is not None:
            return (match.groupdict().get(name) or "") if match.re.groupindex else reference[0]
        if 0 < int(number) <= match.re.groups:
            return match[int(number)] or ""
        if len(number) == 2 and 0 < int(number[0]) <= match.re.groups:
            return (match[int(number[0])] or "") + number[1]
        return reference[0]

    return _REFERENCE.sub(one, template)


def split(text: str, separator: Value) -> Iterator[str]:
    """`split` without a limit."""
    if separator is UNDEFINED:
        yield text
    elif isinstance(separator, Regex):
        at = 0
        for match in pattern_of(separator).finditer(text):
            if match.end() == match.start() or match.re.groups:
                raise Unknown
            yield text[at : match.start()]
            at = match.end()
        yield text[at:]
    elif to_text(separator):
        yield from text.split(to_text(separator))
    else:
        yield from text


def match_all(text: str, what: Value) -> Value:
    """`match`, and `exec` of a pattern without state."""
    pattern = pattern_of(what)
    if isinstance(what, Regex) and "g" in what.flags:
        found: list[Value] = [match[0] for match in pattern.finditer(text)]
        return found or None
    match = pattern.search(text)
    return None if match is None else [match[0], *(UNDEFINED if group is None else group for group in match.groups())]


def tested(text: str, what: Value) -> bool:
    """`test`."""
    return pattern_of(what).search(text) is not None
