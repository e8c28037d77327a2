"""A test -> what it proves about which value, judged by how strong the test really is.

What is proven has a name; which sinks that makes safe is data (model rows of `guard.<name>`):

- constant: the value is one of fixed ones (`===`, allow-list look-ups); listed: or a name that every object knows;
- number: it is a number or a boolean; primitive: it has no properties that anybody named;
- word: it consists of letters, digits, `_` and `-` only (an anchored pattern); plain: of these and `# . % ,`;
- arithmetic: nothing in it could name anything, begin a text or look into an object: as code it computes at most;
- without_less, without_double, ...: a character that would end a position is not in it;
- instance: it is an object of a class of the code's own, and so no text by itself, whatever its parts are;
- `=text`, `|one|other`, `!text`: it is just this text, or one of these, or it is not this one;
- supported: the browser takes it for one value of a style property;
- scheme: it is an http(s) URL, or begins in a way that settles the scheme, or can have none;
- hosted: its host, if it has one, is fixed; together with scheme that is pinned;
- no_javascript, no_data, no_vbscript: its scheme is none that brings a script; together they are scheme;
- pinned: it begins with a fixed scheme and host, or is a path of the same site;
- leaky: its host was tested by its name, and others get through (see `addresses`);
- relative: it has neither scheme nor host, unless that stands in front of it;
- rooted, one_slash, no_backslash: it begins with a slash, so that it has no scheme; not with two; not with `/\\`;
  together they are pinned;
- origin: the message it came with is from a known origin;
- not_proto, not_constructor: as a property key it does not lead to a prototype (both are needed).

A proof is None where the test cannot come out that way at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from reviewer.javascript import syntax as s
from reviewer.javascript.addresses import LEAKY, is_domain, keeps_scheme, leaves_open, pins, settled_by, settles_host
from reviewer.javascript.alphabets import ABSENT, by_characters, text_of_characters
from reviewer.javascript.environment import ELEMENT, SENDER, Path, Proof
from reviewer.javascript.equalities import IS_NOT, being, tells_text
from reviewer.javascript.meaning import Meaning, is_location
from reviewer.javascript.regular import ANY, OTHER, Accepted, mask_of
from reviewer.javascript.whereabouts import where

Proofs = frozenset[Proof]
NOTHING: Proofs = frozenset()

INSTANCE = "instance"
"""The proof that says nothing of parts."""

_CONSTRUCTOR = "not_constructor"
_TO_PROTOTYPES = MappingProxyType({"__proto__": "not_proto", "constructor": _CONSTRUCTOR, "prototype": _CONSTRUCTOR})
OWN_ENTRY: Sequence[str] = ("not_proto", "not_constructor")
"""What holds of a key that leads to an object's own entry."""
_WINDOWS = (frozenset({"window", "self", "globalThis"}), frozenset({"contentWindow"}))
_ABSENT = frozenset(name for _, name in ABSENT)
_HARMLESS = ("word", "plain", "arithmetic", "pinned", "scheme", *(name for _, name in ABSENT))
_IMPLIED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "constant": ("constant", "number", "primitive", *_HARMLESS, *OWN_ENTRY),
        "number": ("number", "primitive", *_HARMLESS),
        "word": tuple(name for name in _HARMLESS if name != "arithmetic"),
        "pinned": ("pinned", "scheme"),
        "rooted": ("rooted", "scheme"),
    }
)
_BRINGING = ("javascript", "data", "vbscript")
"""The schemes of addresses that may bring a script with them."""
TOGETHER: Sequence[tuple[frozenset[str], str]] = (
    (frozenset({"hosted", "scheme"}), "pinned"),
    (frozenset({"rooted", "one_slash", "no_backslash"}), "pinned"),
    (frozenset({f"no_{scheme}" for scheme in _BRINGING}), "scheme"),
)
"""What holds when several proofs are there."""
_OF_ADDRESSES = frozenset({"pinned", "scheme", "hosted", *(f"no_{scheme}" for scheme in _BRINGING)})
"""What holds of an address however it is written."""
_WHOLE = frozenset({"origin", "host", "hostname", "protocol", "href"})
"""Parts of an address that tell something of the whole."""
_UNSENT = frozenset({"null", "*", ""})
"""Origins that anybody can have."""


class Guards:
    """Comparisons and calls of built-in tests. `exists` is False while each of several elements has been tested,
    True while one of them has, whichever it was.
    """

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self.exists = True

    # Values -----------------------------------------------------------------------------------------------------------

    def of(self, value: s.Node, *guards: str) -> Iterator[Proof]:
        """What is proven of an expression, if it is a path."""
        path = self._meaning.path(value)
        if path is not None:
            yield from about(path, *guards)

    def equals(self, value: s.Node, texts: Iterable[str] | None) -> Iterator[Proof]:
        """It is one of these texts, or one of fixed ones that are not known (None)."""
        known = None if texts is None else tuple(texts)
        path = self._meaning.path(value)
        if path is None:
            yield from self._parsed(value, known)
            return
        if known is not None and any(text in _TO_PROTOTYPES for text in known):
            yield from about(path, *_HARMLESS)  # a constant, and the very name that leads to a prototype
            told = being(known) if len(known) == 1 else None
        else:
            yield from about(path, "constant")
            told = None if known is None else being(known)
        if told is not None:
            yield (path, told)
        yield from _of_whole(path, known)

    def _parsed(self, value: s.Node, texts: tuple[str, ...] | None) -> Iterator[Proof]:
        """`new URL(x).origin` where x is no path: nothing that is proven could be looked up again."""
        match value:
            case s.MemberExpression(object=holder, property=s.Identifier(name=name), computed=False):
                path = self._meaning.path(holder)
                if path is not None:
                    yield from _of_whole((path[0], (*path[1], name)), texts)
            case _:
                return

    def differs(self, value: s.Node, texts: Iterable[str]) -> Iterator[Proof]:
        """A key that is none of these."""
        path = self._meaning.path(value)
        if path is None:
            return
        for text in texts:
            if text in _TO_PROTOTYPES:
                yield from about(path, _TO_PROTOTYPES[text])
            if path[1][-2:] == ("@url", "protocol") and text.removesuffix(":") in _BRINGING:
                yield from about((path[0], path[1][:-1]), f"no_{text.removesuffix(':')}")
            if isinstance(value, s.Identifier):
                yield (path, IS_NOT + text)

    def begins(self, value: s.Node, texts: Iterable[str] | None) -> Iterator[Proof]:
        """It begins with one of these texts."""
        known = tuple(texts or ())
        path = self._meaning.path(value)
        if path is None or not known or (path[1] and path[1][-1] in _WHOLE - {"href"}):
            return
        if all(pins(text) for text in known):
            guard = "pinned"
        elif known == ("/",):
            guard = "rooted"
        elif all(pins(text) or keeps_scheme(text) or text == "/" for text in known):
            guard = "scheme"
            if any(map(leaves_open, known)):
                yield from about(path, LEAKY)
        else:
            return
        yield from about(path, guard)
        if path[1][-1:] == ("href",):
            yield from about((path[0], path[1][:-1]), guard)

    def begins_not(self, value: s.Node, texts: Iterable[str] | None) -> Iterator[Proof]:
        """It begins with none of these texts."""
        for text in texts or ():
            guard = {"//": "one_slash", "/\\": "no_backslash"}.get(text)
            if guard is not None:
                yield from self.of(value, guard)

    def ends(self, value: s.Node, texts: Iterable[str] | None) -> Iterator[Proof]:
        """A host (or origin) that ends with one of these texts."""
        known = tuple(texts or ())
        path = self._meaning.path(value)
        if path is None or not path[1] or not known or not all(is_domain(text) for text in known):
            return
        whole = (path[0], path[1][:-1])
        if path[1][-1] == "origin":
            yield from about(whole, SENDER)
        if path[1][-1] in {"origin", "host", "hostname"}:
            yield from about(whole, "hosted")

    def matches(self, value: s.Node, known: Accepted | None) -> Iterator[Proof]:
        """It fits a regular expression."""
        path = self._meaning.path(value)
        if path is None or known is None:
            return
        characters = known.characters
        if characters is not None:
            yield from about(path, *by_characters(characters))
            yield from about(path, *(guard for name, guard in _TO_PROTOTYPES.items() if not known.fits(name)))
        key = path[1][-1] if path[1] else ""
        whole = (path[0], path[1][:-1])
        if key in {"origin", "host", "hostname"} and settles_host(known, origin=key == "origin"):
            yield from about(whole, "hosted", *((SENDER,) if key == "origin" else ()))
        elif key == "protocol" and settled_by(known) == {"scheme"}:
            yield from about(whole, "scheme")
        elif key not in {"origin", "host", "hostname", "protocol"}:
            yield from about(path, *settled_by(known))
            if key == "href":
                yield from about(whole, *settled_by(known))

    def matches_not(self, value: s.Node, known: Accepted | None) -> Iterator[Proof]:
        """No part of it fits a regular expression: what would fit by itself is not in it."""
        path = self._meaning.path(value)
        if path is not None and known is not None:
            yield from about(path, *by_characters(ANY & ~known.single))
            yield from about(path, *(guard for name, guard in _TO_PROTOTYPES.items() if known.finds(name)))

    def lacks(self, value: s.Node, part: s.Node) -> Iterator[Proof]:
        """This is not in it: a text, or each of several, unless only one of them is spoken of."""
        path, texts = self._meaning.path(value), self._meaning.texts(part) or ()
        if self.exists and len(texts) > 1:
            return
        single = [text for text in texts if len(text) == 1]
        if path is not None and single:
            yield from about(path, *by_characters(ANY & ~mask_of("".join(single)) | OTHER))

    def spelled(self, characters: s.Node, guard: str) -> Iterator[Proof]:
        """What holds of each character of a text -> what holds of the text: this one is not in it."""
        path = self._meaning.path(text_of_characters(characters))
        if path is not None and guard in _ABSENT:
            yield (path, guard)
        elif path is not None and guard.startswith(IS_NOT) and len(guard) == len(IS_NOT) + 1:
            yield from about(path, *by_characters(ANY & ~mask_of(guard.removeprefix(IS_NOT)) | OTHER))

    # Look-ups ---------------------------------------------------------------------------------------------------------

    def found(self, holder: s.Node, value: s.Node, *, inherited: bool = False) -> Iterator[Proof]:
        """It is one of what a list, set or object has; with `inherited` also of what every object has."""
        if self._meaning.is_own_key(value, holder) or self._meaning.texts(holder) is not None:
            return
        listed = self._meaning.items(holder)
        texts = listed.texts if listed.complete or any(text in _UNSENT for text in listed.texts) else None
        if inherited:
            yield from self.of(value, "listed", *_HARMLESS)
            path = self._meaning.path(value)
            if path is not None:
                yield from _of_whole(path, texts)
        else:
            proofs = self.equals(value, texts)
            yield from proofs if listed.complete else (proof for proof in proofs if not tells_text(proof[1]))

    def missed(self, holder: s.Node, value: s.Node) -> Iterator[Proof]:
        """It is none of what a list has; and if it is a fixed name, it is none of them."""
        listed = self._meaning.items(holder)
        yield from self.differs(value, listed.texts if listed.certain else ())
        path = self._meaning.path(holder)
        for text in self._meaning.texts(value) or () if path is not None else ():
            if path is not None and text in _TO_PROTOTYPES:
                yield from about((path[0], (*path[1], ELEMENT)), _TO_PROTOTYPES[text])

    def is_list(self, holder: s.Node) -> bool:
        """Whether a look-up is in something of the code's own, and not in a text.

        What is looked up is one of what the holder has, whatever that is called; `x.includes('https://')` says nothing
        of x and is not asked about here, because x is the holder there.
        """
        known = self._meaning.resolved(holder)
        if isinstance(known, s.ArrayExpression | s.NewExpression):
            return True
        match known:
            case s.CallExpression(callee=s.MemberExpression(property=s.Identifier(name=name))):
                return name in {"keys", "values", "from", "of", "split", "map", "filter", "concat", "slice", "freeze"}
            case s.MemberExpression(object=inner) if is_location(inner):
                return False
            case s.Identifier() | s.MemberExpression():
                return self._meaning.texts(known) is None
            case _:
                return False

    # Comparisons ------------------------------------------------------------------------------------------------------

    def same(self, one: s.Node, other: s.Node) -> Iterator[Proof]:
        """`one === other`, where `other` may be a fixed text."""
        texts = self._meaning.texts(other)
        if texts is not None:
            yield from self.equals(one, texts)
            yield from self.cut_out(one, texts)
            return
        yield from self._from_window(one, other)
        yield from self.begins(one, (self._meaning.beginning(other),))
        whole = self._meaning.whole(other)
        if whole is not None and self.is_list(whole):
            yield from self.found(whole, one)
        elif self._is_settled(one, other):
            path = self._meaning.path(one)
            if path is not None:
                yield from _of_whole(path, None)

    def _from_window(self, one: s.Node, other: s.Node) -> Iterator[Proof]:
        """`event.source === frame.contentWindow`, or the own window; whoever opened the page may be anybody."""
        path, window = self._meaning.path(one), self._meaning.resolved(other)
        key = window.property if isinstance(window, s.MemberExpression) and not window.computed else window
        if (
            isinstance(key, s.Identifier)
            and key.name in _WINDOWS[key is not window]
            and path is not None
            and path[1][-1:] == ("source",)
        ):
            yield from about((path[0], path[1][:-1]), SENDER)

    def _is_settled(self, one: s.Node, other: s.Node) -> bool:
        """Whether something that is not known here can be trusted to be a fixed origin: not what comes with it, not
        what is read from the address.
        """
        path, known = self._meaning.path(one), self._meaning.path(other)
        if path is None or known is None or known[0] is path[0]:
            return False
        behind = self._meaning.resolved(other)
        if isinstance(behind, s.MemberExpression):
            return not is_location(behind.object)
        return isinstance(behind, s.Identifier)

    def cut_out(self, one: s.Node, texts: tuple[str, ...]) -> Iterator[Proof]:
        """`x.slice(0, 8) === 'https://'`, `x[0] === '#'`."""
        match one:
            case s.CallExpression(
                callee=s.MemberExpression(object=value, property=s.Identifier(name=name)),
                arguments=(s.NumberLiteral(value=0), *_),
            ) if name in {"slice", "substring", "substr", "charAt", "at"}:
                yield from self.begins(value, texts)
            case s.MemberExpression(object=value, property=s.NumberLiteral(value=0), computed=True):
                yield from self.begins(value, texts)
            case _:
                return

    def counted(self, one: s.Node, operator: str, number: float, *, truth: bool) -> Iterator[Proof]:
        """`x.indexOf(y) === 0`, `list.indexOf(x) !== -1`, `Number(x) > 0` in their usual spellings."""
        if isinstance(one, s.CallExpression) and isinstance(one.callee, s.MemberExpression) and one.arguments:
            yield from self._position(one.callee, one.arguments, where(operator, number, truth=truth))
        if truth and operator in {"<", ">", "<=", ">=", "===", "=="} and not (operator in {"===", "=="} and number < 0):
            yield from self.of(numeral(one), "number")

    def _position(self, callee: s.MemberExpression, args: tuple[s.Node, ...], at: str) -> Iterator[Proof]:
        name = callee.property.name if isinstance(callee.property, s.Identifier) else ""
        if name == "search":
            if at in {"start", "there"}:
                yield from self.matches(callee.object, self._meaning.pattern(args[0]))
            elif at == "missing":
                yield from self.matches_not(callee.object, self._meaning.pattern(args[0]))
        elif name in {"indexOf", "lastIndexOf", "findIndex"}:
            if at == "start" and (name == "indexOf" or len(args) > 1):
                yield from self.begins(callee.object, self._meaning.texts(args[0]))
            if at in {"elsewhere", "missing"}:
                yield from self.begins_not(callee.object, self._meaning.texts(args[0]))
            if at in {"there", "start"} and self.is_list(callee.object):
                yield from self.found(callee.object, args[0])
            if at == "missing":
                yield from self.missed(callee.object, args[0])
                yield from self.lacks(callee.object, args[0])


def about(path: Path, *guards: str) -> Iterator[Proof]:
    """These proofs of a path with all that they imply; what holds of an address holds of the text it was made from."""
    for guard in guards:
        for implied in _IMPLIED.get(guard, (guard,)):
            yield (path, implied)
    if path[1][-1:] == ("@url",):
        address = [guard for guard in guards if guard in _OF_ADDRESSES]
        if address:
            yield from about((path[0], path[1][:-1]), *address)
        if path[1][-2:-1] == ("origin",) and {"pinned", "hosted"} & set(address):
            yield ((path[0], path[1][:-2]), SENDER)


def _of_whole(path: Path, texts: tuple[str, ...] | None) -> Iterator[Proof]:
    """A part of an address (or of a message) is one of these: so much holds of the whole."""
    if not path[1] or (texts is not None and any(text in _UNSENT for text in texts)):
        return
    whole = (path[0], path[1][:-1])
    match path[1][-1]:
        case "origin":
            yield from about(whole, "pinned", SENDER)
        case "host" | "hostname":
            yield from about(whole, "hosted")
        case "protocol" if texts is not None and all(keeps_scheme(text) or pins(text) for text in texts):
            yield from about(whole, "scheme")
        case "href":
            yield from about(whole, "pinned")
        case _:
            return


def numeral(node: s.Node) -> s.Node:
    """What is turned into a number here as a whole: `Number(x)`, `+x`."""
    match node:
        case s.CallExpression(callee=s.Identifier(name="Number"), arguments=(only,)):
            return only
        case s.UnaryExpression(operator="+", argument=inner):
            return inner
        case _:
            return node
