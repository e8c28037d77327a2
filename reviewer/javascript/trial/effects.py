"""What a replacement, or a function, does to the characters that mean something in markup, found out by trying it.

An effect is what came out of each sample. Data in which some characters are known to be absent looks like those samples
that lack them, so what none of these gives is absent afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from reviewer.javascript.characters import CHARACTERS, EVERYWHERE, in_text
from reviewer.javascript.positions import CONTENT, Meaning, Position, Where, position_after
from reviewer.javascript.regular import accepted, mask_of
from reviewer.javascript.trial.specimens import specimens
from reviewer.javascript.trial.texts import given, matches, pattern_of, split
from reviewer.javascript.trial.values import Regex, Unknown, Value
from reviewer.record import value

PLAIN_SAMPLES = (
    *(
        "",
        "a",
        "ab12",
        "12",
        "a\nb",
        "a\r\nb",
        "a  b",
        "\t",
        "https://a.example/b?c=d#e",
        "www.a.example",
        "a@b.example",
    ),
    *("**a**", "__a__", "*a*", "`a`", "# a", "- a", "[b]a[/b]", "{{a}}", "{a}", "${a}", "%a%", "a,b", "株式会社　甲"),
)
"""Texts with nothing in them that could be markup."""

_ALL = "<b>\"'&`\\: "
_ALONE = "<>\"'&\\`:=/()[]{}#;%"
SAMPLES = (
    *PLAIN_SAMPLES,
    *(sample for char in _ALONE for sample in (char, f"{char}{char}", f"a{char}b{char}c", f"{char} a")),
    *("<b>a</b>", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)", "<script>alert(1)</script>"),
    *("<a href=\"javascript:alert(1)\" title='b'>c</a>", "<!-- a -->", "<svg/onload=alert(1)>", "<<b>>"),
    *("<scr<script>ipt>", "</textarea>", '" onmouseover="alert(1)', "' onmouseover='alert(1)", "\n<b\n>\n", "-->"),
    *("a onmouseover=alert(1)", "]]>", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;", "&amp;", "&apos;"),
    *("&amp;lt;b&amp;gt;", "&amp;quot;", "&lt;b&gt;a&lt;/b&gt;", "&lt;img src=x onerror=alert(1)&gt;", "&#x3c;b&#x3e;"),
    *("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b onclick=alert(1)&gt;a&lt;/b&gt;", "&lt;i onclick=alert(1) a&gt;"),
    *(
        "&#60;img src=x onerror=alert(1)&#62;",
        "&lt;a href=&quot;javascript:alert(1)&quot;&gt;a&lt;/a&gt;",
        "&lt;br&gt;",
    ),
    *("&lt;br /&gt;", "&lt;b/onclick=alert(1)&gt;", "&lt;br onclick=alert(1)&gt;", "%3Cb%3E", "%3C", "%22", "%27"),
    *("%253C", "\\u003cb\\u003e", "\\x3c", "\\u0022", "+", "%20", "&colon;", "&nbsp;", "javascript:alert(1)"),
    *("javascript&colon;alert(1)", "[a](javascript:alert(1))", "[url=javascript:alert(1)]a[/url]", "**<b>**"),
    *('https://a.example/"onmouseover="alert(1)', "https://a.example/'onmouseover='alert(1)", "https://a.example/<b>"),
    *('\\"', 'a\\"b', 'a\\\\"b', 'a" or "b'),
    *(
        f"{before}<b>\"'&`\\"
        for before in ("12", "-1", "1.5", "2024-01-01", "a@b.example", "/a", "#a", "true", "a" * 300)
    ),
    *("[a](https://a.example)", "[url=https://a.example]a[/url]", "[b]<i>[/b]", "![a](https://a.example/b)"),
)
"""Texts with every such character alone, repeated and in company, as entities, and in the notations that are often
turned into markup."""


@value
class Effect:
    """For each sample what was in it and what was in the outcome; `texts` are the outcomes where somebody asks.

    `quotable` tells that every outcome can stand between double quotes, `quoted` that it stands there already.
    """

    pairs: tuple[tuple[int, int], ...]
    texts: tuple[str, ...] = ()
    quotable: bool = False
    quoted: bool = False

    def on(self, absent: int) -> int:
        """What is absent afterwards from data in which this was absent before."""
        present = 0
        for before, after in self.pairs:
            if not before & absent:
                present |= after
        return EVERYWHERE & ~present


Function = Callable[[Sequence[Value]], str]


def of_replacement(what: Value, template: str | None, function: Function | None, *, everywhere: bool) -> Effect:
    """`replace` with a template or a function; raises Unknown where it cannot be tried."""
    pairs = []
    for sample in _samples_for(what):
        words: list[str] = []
        at = 0
        broken = False
        for match in matches(sample, what, everywhere=everywhere):
            words.append(sample[at : match.start()])
            at = match.end()
            if function is not None:
                text = function(given(match))
                words.append("" if _is_whole(text) else text)
            elif template is not None:
                text, sound = _filled(template, match)
                words.append(text)
                broken = broken or not sound
        text = "".join([*words, sample[at:]])
        pairs.append((in_text(sample), EVERYWHERE if broken else in_text(text)))
    return Effect(tuple(dict.fromkeys(pairs)))


def of_pieces(what: Value, function: Function, *, everywhere: bool) -> Effect:
    """What a replacing function makes of the pieces that it is given."""
    pairs = []
    for sample in _samples_for(what):
        for match in matches(sample, what, everywhere=everywhere):
            pairs.append((in_text(sample), in_text(function(given(match)))))  # noqa: PERF401 - two loops read better
    return Effect(tuple(dict.fromkeys(pairs)))


def of_matches(what: Value) -> Effect:
    """What a pattern finds, or has in its groups."""
    pairs = []
    texts: dict[str, None] = {}
    for sample in _samples_for(what):
        for match in matches(sample, what, everywhere=True):
            texts.setdefault(match[0])
            pairs.append((in_text(sample), in_text(match[0])))
            pairs.extend((in_text(sample), in_text(group)) for group in match.groups() if group)
    return Effect(tuple(dict.fromkeys(pairs)), tuple(texts))


def _samples_for(what: Value) -> tuple[str, ...]:
    """The samples, and texts that the pattern matches; without any of these nothing could be told."""
    made = specimens(pattern_of(what))
    if not made:
        raise Unknown
    return (*SAMPLES, *made)


def probes(what: Regex) -> tuple[str, ...]:
    """Texts for a function that tests its text by this pattern: what fits it alone, and with all of markup around it.

    None at all where what fits may hold characters that could not be made up.
    """
    known = accepted(what.source, what.flags)
    allowed = None if known is None else known.characters
    try:
        made = specimens(pattern_of(what))
    except Unknown:
        return ()
    held = "".join(made)
    if allowed is None or any(allowed & mask_of(char) and char not in held for char in CHARACTERS):
        return ()
    return tuple(text for each in made for text in (each, f"{each}{_ALL}", f"{_ALL}{each}"))


def of_split(separator: Value) -> Effect:
    """Any part of what `split` gives."""
    return Effect(
        tuple(
            dict.fromkeys((in_text(sample), in_text(part)) for sample in SAMPLES for part in split(sample, separator))
        )
    )


def of_join(separator: str) -> Effect:
    """Parts put together again."""
    between = "" if _is_whole(separator) else separator
    return Effect(tuple(dict.fromkeys((in_text(sample), in_text(sample + between + sample)) for sample in SAMPLES)))


def of_outcomes(outcomes: Iterable[tuple[str, str]]) -> Effect:
    """A function of one text. Markup that it adds by itself is told by the samples that have none."""
    made = list(outcomes)
    tags = {tag for sample, text in made if sample in PLAIN_SAMPLES for tag in _TAG.findall(text)}
    own = re.compile("|".join(re.escape(tag) for tag in sorted(tags, key=len, reverse=True)) or r"(?!)")
    quoted = all(_QUOTED.fullmatch(text) for _, text in made)
    return Effect(
        tuple(dict.fromkeys((in_text(sample), in_text(own.sub("", text))) for sample, text in made)),
        quotable=quoted or all(_QUOTABLE.fullmatch(text) for _, text in made),
        quoted=quoted,
    )


_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_QUOTABLE = re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)
_QUOTED = re.compile(rf'"{_QUOTABLE.pattern}"', re.DOTALL)


def _is_whole(text: str) -> bool:
    """Whether text is markup that begins and ends by itself."""
    return "<" in text and position_after(text) == CONTENT and _TAG.search(text) is not None


_REFERENCE = re.compile(r"\$(\d\d?|&|<[^>]*>)")
_UNSOUND = re.compile(r"/?(?:script|style|iframe|object|embed|link|base|meta|form|svg|math|template|textarea)\Z", re.I)


def _filled(template: str, match: re.Match[str]) -> tuple[str, bool]:
    """What a template makes of a match without the markup that is its own; and whether what was matched stands in this
    markup where it can do no harm.
    """
    if "<" not in template or not _is_whole(_REFERENCE.sub("x", template)):
        return match.expand(_python_template(template, match)), True
    words: list[str] = []
    own = ""
    at = 0
    sound = True
    for reference in _REFERENCE.finditer(template):
        own += template[at : reference.start()]
        at = reference.end()
        text = match.expand(_python_template(reference[0], match))
        position = position_after(own)
        sound = sound and _harmless(position, own, text)
        if position == CONTENT:
            words.append(text)
        own += "x"
    return "".join(words), sound


def _python_template(template: str, match: re.Match[str]) -> str:
    def one(reference: re.Match[str]) -> str:
        name = reference[1]
        if name == "&":
            return r"\g<0>"
        if name.isdigit():
            return rf"\g<{int(name)}>" if 0 < int(name) <= match.re.groups else ""
        return rf"\g{name}" if name[1:-1] in match.re.groupindex else ""

    escaped = template.replace("\\", r"\\")
    return _REFERENCE.sub(one, escaped)


def _harmless(position: Position, own: str, text: str) -> bool:
    """Whether text cannot leave its place in markup, or choose what that is."""
    match position.where:
        case Where.CONTENT:
            return True
        case Where.TAG if own.endswith(("<", "</")):
            return re.fullmatch(r"/?[A-Za-z]+[1-6]?", text) is not None and not _UNSOUND.match(text)
        case Where.TAG:
            return not text.strip("/ ")
        case Where.DOUBLE | Where.SINGLE:
            ends = '"' if position.where is Where.DOUBLE else "'"
            if position.meaning is Meaning.PLAIN:
                return ends not in text
            if position.meaning is Meaning.ADDRESS:
                return ends not in text and (
                    position.begun or re.match(r"https?:|[/#?]|mailto:|www\.", text) is not None
                )
        case _:
            pass
    return re.fullmatch(r"[\w.-]*", text) is not None
