"""The language for places in an API: `global.kintone.events.on.arg[1].param[0].record` as tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reviewer.record import value


@value
class Global:
    """The root `global`: the global object of a page."""


@value
class Anything:
    """The root `any`: any object that is not known to be a plain object of the submission's own."""


@value
class TypeRoot:
    """The root `type.Name`: a value which a model says is of that type."""

    name: str


@value
class Given:
    """The root `given.name`: what functions that nobody was seen to call get as the parameter of that name."""

    name: str


@value
class GuardRoot:
    """The root `guard.name`: no place in an API but a test made of a value; see `javascript/guards.py`."""

    name: str


@value
class Name:
    """A property. With `literal`, a method of which only calls with that constant first argument are meant; one that
    ends in `*` stands for all that begin so, `*x*` for all whose last word holds `x`.

    A name that begins with `@` is what a thing of an API was given and keeps; no script could name it either.
    `jsx:element` and `import:module` are no properties that a script could name: an element in JSX is a call of the
    one, an import a call of the other with the name of the module.
    """

    name: str
    literal: str | None


@value
class AnyName:
    """`*`: any one property, whatever its name."""


@value
class ArgumentAt:
    """`arg[i]`: what is passed as that argument, from 0; None is `arg[*]`, any argument."""

    index: int | None


@value
class Parameter:
    """`param[i]`: what a function that stands here is called with; None is `param[*]`."""

    index: int | None


@value
class Return:
    """`return`: what a call gives; the same as what awaiting it gives."""


@value
class New:
    """`new`: the object that `new F()` makes."""


@value
class Element:
    """`element`: any element of an array, or any property under a computed key."""


Token = (
    Global | Anything | TypeRoot | Given | GuardRoot | Name | AnyName | ArgumentAt | Parameter | Return | New | Element
)

_TOKEN = re.compile(
    r"""(?P<name>(?:[A-Za-z]+:|@)?[^\W\d][\w$]*|\$[\w$]*)  # an identifier (Japanese, $), or what none can be
        (?:\[(?P<index>\d{1,2}|\*)\]|\('(?P<literal>[^'\\\n]*)'\))?
      | (?P<star>\*)""",
    re.VERBOSE,
)
_PLAIN: Mapping[str, Token] = {"return": Return(), "new": New(), "element": Element()}


@cache
def parse_place(place: str) -> tuple[Token, ...]:
    """The tokens of a place, the root first. Raises ValueError with a sentence for the writer of the row."""
    words = _split(place)
    match words:
        case []:
            raise ValueError("a place cannot be empty")
        case ["global", *rest]:
            root: Token = Global()
        case ["any", *rest]:
            root = Anything()
        case ["type", name, *rest] if name.isidentifier():
            root = TypeRoot(name)
        case ["given", name, *rest] if name.isidentifier():
            root = Given(name)
        case ["guard", name] if name.isidentifier():
            root, rest = GuardRoot(name), []
        case _:
            raise ValueError("a place starts with global, any, type.Name, given.name or guard.Name")
    tokens = (root, *(_token(word) for word in rest))
    if isinstance(root, Anything) and (len(tokens) == 1 or not isinstance(tokens[1], Name | Element)):
        raise ValueError("after any comes the name of a property, or element")
    return tokens


def _split(place: str) -> list[str]:
    plain = place.split(".")
    if all(word.isidentifier() for word in plain):
        return plain
    words: list[str] = []
    at = 0
    while at < len(place):
        found = _TOKEN.match(place, at)
        if found is None:
            raise ValueError(f"cannot read {place[at:]!r}")
        words.append(found.group())
        at = found.end()
        if at < len(place):
            if place[at] != "." or at + 1 == len(place):
                raise ValueError(f"expected a dot and a name at {place[at:]!r}")
            at += 1
    return words


def _token(word: str) -> Token:
    if word == "*":
        return AnyName()
    plain = _PLAIN.get(word)
    if plain is not None:
        return plain
    if word.isidentifier() and word not in ("arg", "param"):
        return Name(word, None)
    found = _TOKEN.fullmatch(word)
    if found is None:
        raise ValueError(f"cannot read {word!r}")
    name, index, literal = found.group("name", "index", "literal")
    if index is None:
        if name in ("arg", "param"):
            raise ValueError(f"{name} needs a number: {name}[0]")
        return Name(name, literal)
    number = None if index == "*" else int(index)
    match name:
        case "arg":
            return ArgumentAt(number)
        case "param":
            return Parameter(number)
        case _:
            raise ValueError(f"only arg and param take a number, not {name}; an array's element is `element`")
