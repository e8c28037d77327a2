"""Rules and declarations turned into the facts a reviewer asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.record import value
from reviewer.source import StyleText
from reviewer.stylesheet.facts import StyleFact, StyleProblem
from reviewer.stylesheet.rules import AtRule, Declaration, Dropped, StyleRule, items, trimmed
from reviewer.stylesheet.tokens import Token, TokenKind, plain, walk


@value
class Reading:
    """What was found, in order of text."""

    facts: tuple[StyleFact, ...]
    problems: tuple[StyleProblem, ...]


@value
class _Context:
    """What a block stands in: the selectors around it, whether its rules are @font-face's or @keyframes', and under
    which conditions they hold (`@media print`).
    """

    selector: str
    font: bool
    keyframes: bool
    conditions: str = ""


# Functions whose strings name a resource: https://drafts.csswg.org/css-values-4/#urls and css-images-4.
_RESOURCES = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})

_CONDITIONS = frozenset({"media", "supports", "container"})
_RANGE = "unicode-range"

# Functions that put in a value which is not in the text.
_COMPUTED = frozenset({"var", "attr", "env", "if"})

# Joined selectors of nested rules may grow with the square of the text; they may take this many times its length.
_JOINED_LIMIT = 16


def read(tokens: Sequence[Token], source: StyleText) -> Reading:
    """The facts of the tokens of `source`."""
    facts: list[StyleFact] = []
    problems: list[StyleProblem] = []
    budget = 1000 + _JOINED_LIMIT * len(source.text)
    work = [(tokens, not source.declarations, _Context(selector="", font=False, keyframes=False))]
    while work:
        inside, top, context = work.pop()
        for item in items(inside, top=top):
            match item:
                case AtRule(block=block):
                    facts.extend(_of_at_rule(item, context, source))
                    if block is not None:
                        work.append((block.children, False, _within(item, context)))
                case StyleRule(block=block):
                    rule_context = context if context.keyframes else _nested(item, context)
                    budget -= len(rule_context.selector)
                    if budget < 0:
                        facts.extend(_of_rule(item, _nested(item, replace(context, selector="")), source))
                        problems.append(_too_nested(block, source))
                        continue
                    facts.extend(_of_rule(item, rule_context, source))
                    work.append((block.children, False, rule_context))
                case Declaration():
                    facts.extend(_of_declaration(item, context, source))
                case Dropped(tokens=dropped):
                    facts.extend(_resources(dropped, "", context, source))
                    location = source.location(dropped[0].start, dropped[-1].end)
                    problems.append(StyleProblem(location, "neither a rule nor a declaration", unread=False))
    return Reading(facts=tuple(sorted(facts, key=_place)), problems=tuple(problems))


def _place(fact: StyleFact) -> int:
    return fact.location.start


def _too_nested(block: Token, source: StyleText) -> StyleProblem:
    location = source.location(block.start, block.end)
    return StyleProblem(location, "rules nested too deeply for their selectors to be put together", unread=True)


def _within(rule: AtRule, context: _Context) -> _Context:
    if rule.name == "scope":
        return replace(context, selector=f"{context.selector} {plain(rule.prelude)}".strip())
    if rule.name in _CONDITIONS:
        return replace(context, conditions=f"{context.conditions} @{rule.name} {plain(rule.prelude)}".strip())
    inner = replace(context, font=rule.name == "font-face", keyframes=rule.name.endswith("keyframes"))
    return replace(inner, conditions=f"{context.conditions} {_characters(rule)}".strip()) if inner.font else inner


def _characters(rule: AtRule) -> str:
    """A @font-face with the range of characters that it is for; the last one written holds."""
    ranges = [
        plain(item.value)
        for item in items(() if rule.block is None else rule.block.children, top=False)
        if isinstance(item, Declaration) and item.name == _RANGE
    ]
    return f"@{rule.name} {ranges[-1] if ranges else ''}".strip()


def _nested(rule: StyleRule, context: _Context) -> _Context:
    return replace(context, selector=f"{context.selector} {plain(rule.prelude)}".strip())


def _of_at_rule(rule: AtRule, context: _Context, source: StyleText) -> Iterator[StyleFact]:
    if rule.name == "import" and rule.prelude:
        first = rule.prelude[0]
        yield StyleFact(
            at="import",
            location=source.location(rule.start, rule.end),
            selector="",
            property="",
            value=plain(rule.prelude[1:]),
            url=first.value if first.kind in {TokenKind.STRING, TokenKind.URL} else _first_string(first.children),
        )
    if rule.name == "scope" and rule.prelude:
        location = source.location(rule.prelude[0].start, rule.prelude[-1].end)
        yield StyleFact("selector", location, _within(rule, context).selector, "", "", None)


def _of_rule(rule: StyleRule, context: _Context, source: StyleText) -> Iterator[StyleFact]:
    if rule.prelude and not context.keyframes:
        location = source.location(rule.prelude[0].start, rule.prelude[-1].end)
        declared = [item for item in items(rule.block.children, top=False) if isinstance(item, Declaration)]
        value = ";".join(f"{item.name}:{plain(item.value)}" for item in declared)
        block = source.location(rule.prelude[0].start, declared[-1].end) if declared else None
        yield StyleFact("selector", location, context.selector, "", value, None, context.conditions, block)


def _of_declaration(declaration: Declaration, context: _Context, source: StyleText) -> Iterator[StyleFact]:
    yield StyleFact(
        at="declaration",
        location=source.location(declaration.start, declaration.end),
        selector=context.selector,
        property=declaration.name,
        value=plain(declaration.value),
        url=None,
    )
    yield from _resources(declaration.value, declaration.name, context, source)


def _resources(tokens: Sequence[Token], name: str, context: _Context, source: StyleText) -> Iterator[StyleFact]:
    at = "font" if context.font and name == "src" else "url"
    for token in walk(tokens):
        location = source.location(token.start, token.end)
        if token.kind is TokenKind.URL:
            yield StyleFact(at, location, context.selector, name, "", token.value, context.conditions)
        elif token.kind is TokenKind.FUNCTION:
            if token.name not in _RESOURCES:
                yield StyleFact("function", location, context.selector, name, token.name, None)
            for url in _urls(token):
                yield StyleFact(at, location, context.selector, name, "", url, context.conditions)


def _urls(function: Token) -> Iterator[str | None]:
    """The URLs that a function's own strings are; None for one that is computed."""
    strings = [token.value for token in function.children if token.kind is TokenKind.STRING]
    if function.name in {"url", "src"}:
        yield strings[0] if strings else None
    elif function.name in _RESOURCES:
        yield from strings
        if any(token.kind is TokenKind.FUNCTION and token.name in _COMPUTED for token in function.children):
            yield None
    else:
        # Internet Explorer's filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='...')
        tokens = [token for token in function.children if not token.is_space]
        for name, sign, value in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if name.name == "src" and sign.is_literal("=") and value.kind is TokenKind.STRING:
                yield value.value


def _first_string(tokens: Sequence[Token]) -> str | None:
    return next((token.value for token in trimmed(tokens) if token.kind is TokenKind.STRING), None)
