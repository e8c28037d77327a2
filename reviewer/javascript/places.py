"""Model rows -> a tree of API places that access paths are looked up in; knows what a place is, not where it occurs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from reviewer.javascript.packages import package
from reviewer.place import (
    AnyName,
    Anything,
    ArgumentAt,
    Element,
    Given,
    Global,
    Name,
    Parameter,
    Return,
    Token,
    TypeRoot,
)
from reviewer.place import parse_place as parse
from reviewer.rule import Model

_ANY = ".*"
_CONDITION = re.compile(r"[^\W\d][\w$]*(?:\.[^\W\d][\w$]*)*")
_LAST_ARGUMENT = re.compile(r"(.+)\.arg\[(?:\d+|\*)\].*", re.DOTALL)
_MANY = frozenset({"return", "new", "element", "*"})
_GIVEN = (ArgumentAt, Parameter)
_DOES = "does"
"""The detail of a row that says which of the language's functions, or which behaviour, a function has."""

_PACKAGES = "packages"
"""The detail of a row that says where packages are served under their names."""

_AMONG = "among"
"""The detail of a row that names the property under which elements hold data."""

_ARRIVES, _UNDER = "arrives", "under"
"""The details of a row that say at which place something arrives, and as which property of what stands there."""

_BEHIND = "behind"
"""The detail of a row that says where the properties are found that an object has no rows of its own for."""


@dataclass(slots=True, eq=False)
class Entry:
    """One node of the tree."""

    path: str
    models: list[Model] = field(default_factory=list)
    children: dict[Token, Entry] = field(default_factory=dict)
    literals: dict[str, Entry] = field(default_factory=dict)
    targets: list[Entry] = field(default_factory=list)
    native: str | None = None
    behind: Entry | None = None
    watched: bool = False
    awaits: bool = False


@dataclass(frozen=True, eq=False)
class Place:
    """A place in an API: the entries that describe it, the most specific first. `Places` makes each only once.

    What is asked of it is asked very often, and is kept.
    """

    entries: tuple[Entry, ...]

    @cached_property
    def path(self) -> str:
        """The canonical access path: the one aliases lead to."""
        return self.entries[-1].path if self.entries[0].targets else self.entries[0].path

    @cached_property
    def models(self) -> tuple[Model, ...]:
        """All rows that speak of this very place."""
        return tuple(model for entry in self.entries for model in entry.models)

    @cached_property
    def details(self) -> tuple[tuple[Model, Mapping[str, str]], ...]:
        """The rows that speak of calls of it, with their details by name."""
        return tuple((model, MappingProxyType(dict(model.detail))) for model in self.models if model.call is not None)

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether it is a function called with a certain first argument."""
        return any(entry.path.endswith("')") for entry in self.entries)

    @cached_property
    def is_any_member(self) -> bool:
        """Whether nothing is said of it but what holds of all members of something."""
        return all(entry.path.endswith(".*") for entry in self.entries)

    @cached_property
    def is_told(self) -> bool:
        """Whether anything is said of calling it: a row, a rule, or a sink among its arguments."""
        return self.watched or any(isinstance(token, ArgumentAt) for e in self.entries for token in e.children)

    @cached_property
    def is_single(self) -> bool:
        """Whether it is the one thing of its name, and not of many that calls make."""
        return self.path.startswith("global.") and _MANY.isdisjoint(self.path.split("."))

    @cached_property
    def is_filled(self) -> bool:
        """Whether what functions give that are put here, or objects hold, goes into a sink."""
        inner = [child for e in self.entries for token, child in e.children.items() if not isinstance(token, _GIVEN)]
        inner += [each for child in inner for token, each in child.children.items() if isinstance(token, Return)]
        return any(model.sink for child in inner for model in child.models)

    @cached_property
    def scheme(self) -> str | None:
        """The scheme that all addresses at this place begin with, where a row says so."""
        begins = (dict(model.detail).get("begins", "") for model in self.models)
        return next((each[1:] for each in begins if each.startswith("=") and each.endswith(":")), None)

    @cached_property
    def native(self) -> str | None:
        """The ECMAScript function that this place is, if it is one."""
        return next((entry.native for entry in self.entries if entry.native), None)

    @cached_property
    def awaiting(self) -> tuple[Entry, ...]:
        """Those of its entries at which something else may arrive."""
        return tuple(entry for entry in self.entries if entry.awaits)

    @cached_property
    def is_text(self) -> bool:
        """Whether a row says that this is a text and no object."""
        return any(("plain", "=text") in model.detail for model in self.entries[0].models)

    @cached_property
    def is_any(self) -> bool:
        """Whether no row names this property: it is one of any name."""
        return all(entry.path.endswith(_ANY) for entry in self.entries)

    @cached_property
    def speaking(self) -> bool:
        """Whether the first argument decides what the function does."""
        return any(entry.literals for entry in self.entries)

    @cached_property
    def watched(self) -> bool:
        """Whether some rule or model speaks of this very place."""
        return any(entry.watched or entry.models for entry in self.entries)


class Places:
    """All known places.

    `watched` are further places that rules ask for by name, `natives` functions of the language by their path below the
    global object. `speaking` are the names of functions of which the first argument decides what they do.
    """

    def __init__(self, models: Iterable[Model], watched: Iterable[str], natives: Iterable[str]) -> None:
        self._roots: dict[Token, Entry] = {}
        self._interned: dict[tuple[int, ...], Place] = {}
        self._steps: dict[Place, dict[Token, Place | None]] = {}
        self._named: dict[tuple[Place, str], Place | None] = {}
        self._named_apart: dict[tuple[Entry, str], Entry] = {}
        self._of_any: dict[str, Place | None] = {}
        self._sources: dict[Entry, frozenset[str]] = {}
        self.speaking: set[str] = set()
        self._served: tuple[str, ...] = ()
        self._among: dict[str, None] = {}
        aliases: list[tuple[Entry, str]] = []
        for name in natives:
            self._entry(f"global.{name}").native = name
        for place in watched:
            self._entry(place).watched = True
        for model in models:
            entry = self._entry(model.place)
            self._ask_for_conditions(model)
            detail = dict(model.detail)
            self._served += tuple(detail.get(_PACKAGES, "=")[1:].split())
            if _ARRIVES in detail and _UNDER not in detail:
                self._entry(detail[_ARRIVES].removeprefix("=")).awaits = True
            if _AMONG in detail:
                self._among[detail[_AMONG].removeprefix("=")] = None
            if model.same_as is None:
                entry.models.append(model)
                if _DOES in detail:
                    entry.native = detail[_DOES].removeprefix("=")
                if _BEHIND in detail:
                    entry.behind = self._entry(detail[_BEHIND].removeprefix("="))
            else:
                aliases.append((entry, model.same_as))
                if model.source or model.sink or model.call or model.clears or model.detail:
                    entry.models.append(model)
        for entry, target in aliases:
            entry.targets.append(self._entry(target))
        self.root = self._interned_place((self._roots[Global()],))

    def _entry(self, path: str) -> Entry:
        tokens = parse(path)
        at = self._roots.setdefault(tokens[0], Entry(_spelled(tokens[:1])))
        for index, token in enumerate(tokens[1:], 2):
            literal = token.literal if isinstance(token, Name) else None
            key = Name(token.name, None) if isinstance(token, Name) else token
            child = at.children.get(key)
            if child is None:
                child = at.children[key] = Entry(_spelled((*tokens[: index - 1], key)))
            at = child
            if literal is not None and isinstance(token, Name):
                if not literal.startswith("*"):
                    # What a word is only found in is text for a reader of selectors, and no name of anything.
                    self.speaking.add(token.name)
                at = at.literals.setdefault(literal.lower(), Entry(_spelled(tokens[:index])))
        return at

    def _ask_for_conditions(self, model: Model) -> None:
        """Make the properties of arguments known that a row's conditions are about, so that they are read like others.

        What an object has by a spread is looked up only where somebody asks for it.
        """
        for path, _ in (*model.when, *model.unless):
            head, _, keys = path.partition(".")
            if keys and head.isdigit() and _CONDITION.fullmatch(keys):
                self._entry(f"{_called(model)}.arg[{head}].{keys}")

    def _place(self, entries: Iterable[Entry]) -> Place | None:
        """Follow aliases and intern; None for no entry at all."""
        found: list[Entry] = []
        todo = list(entries)
        while todo:
            entry = todo.pop(0)
            if entry not in found:
                found.append(entry)
                todo.extend(entry.targets)
        return self._interned_place(tuple(found)) if found else None

    def _interned_place(self, entries: tuple[Entry, ...]) -> Place:
        return self._interned.setdefault(tuple(map(id, entries)), Place(entries))

    def at(self, path: str) -> Place:
        """The place that a row names in a detail."""
        return self._place((self._entry(path),)) or self.root

    def is_root(self, place: Place) -> bool:
        """Whether a place is the global object, by whatever name."""
        return self.root.entries[0] in place.entries

    def of_any(self, name: str) -> Place | None:
        """The place of a property of an object that is not known."""
        if name not in self._of_any:
            self._of_any[name] = self._below_any(Name(name, None))
        return self._of_any[name]

    def of_data(self) -> list[Place]:
        """The places that hold what elements have as data."""
        found = (self.of_any(name) for name in self._among)
        return [place for place in found if place is not None]

    def of_given(self, name: str) -> Place | None:
        """The place of what functions get as a parameter of that name, if rows speak of that."""
        root = self._roots.get(Given(name))
        return None if root is None else self._place((root,))

    @property
    def gives(self) -> bool:
        """Whether rows speak of what functions get as parameters of some name."""
        return any(isinstance(root, Given) for root in self._roots)

    def of_any_key(self) -> Place | None:
        """The place of a property under a computed key of what itself was found under a computed key."""
        return self._below_any(Element())

    def _below_any(self, token: Token) -> Place | None:
        root = self._roots.get(Anything())
        return self._place((root.children[token],)) if root and token in root.children else None

    def step(self, place: Place, token: Token) -> Place | None:
        """One token further, or None where nothing is known; what rows call a plain text has nothing of its own."""
        known = self._steps.get(place)
        if known is None:
            known = self._steps[place] = {}
        if token not in known:
            found = () if place.is_text else (e for entry in place.entries for e in _children(entry, token))
            known[token] = self._place(found if not isinstance(token, Name) else self._apart(found, token.name))
        return known[token]

    def _apart(self, entries: Iterable[Entry], name: str) -> Iterator[Entry]:
        """Entries under a name; what holds for any name is an entry of its own for each, to tell what is put there."""
        for entry in entries:
            if not entry.path.endswith(_ANY) or entry.models or entry.watched or entry.targets:
                yield entry
                continue
            key = (entry, name)
            if key not in self._named_apart:
                self._named_apart[key] = replace(entry)
            yield self._named_apart[key]

    def named(self, place: Place, name: str) -> Place | None:
        """The place of a property."""
        key = (place, name)
        if key not in self._named:
            self._named[key] = self.step(place, Name(name, None))
        return self._named[key]

    def for_literal(self, place: Place, literal: str) -> Place:
        """The place of a function called with this constant first argument."""
        said = package(literal.lower(), self._served)
        special = [found for e in place.entries for text, found in e.literals.items() if _is_meant(said, text)]
        return self._place((*special, *place.entries)) or place if special else place

    def is_part(self, place: Place, piece: str) -> bool:
        """Whether a first argument that this is a piece of decides what a function called with it gives."""
        words = (
            text[1:-1] for e in place.entries for text in e.literals if text.startswith("*") and text.endswith("*")
        )
        return any(word and word in piece.lower() for word in words)

    def sources_below(self, place: Place) -> frozenset[str]:
        """The kinds of data that values at this place hold somewhere inside, itself included."""
        return frozenset().union(*(self._below(entry) for entry in place.entries))

    def _below(self, entry: Entry) -> frozenset[str]:
        known = self._sources.get(entry)
        if known is None:
            kinds = {model.source for model in entry.models if model.source}
            for token, child in entry.children.items():
                if isinstance(token, Name | AnyName | Element):
                    kinds |= self._below(child)
            known = self._sources[entry] = frozenset(kinds)
        return known


def _called(model: Model) -> str:
    """The function that a row speaks of: of its argument, its result, or of calling it."""
    found = None if model.call is not None else _LAST_ARGUMENT.fullmatch(model.place)
    return found[1] if found is not None else model.place.removesuffix(".return")


def _is_meant(literal: str, text: str) -> bool:
    """Whether a row's constant argument means this one: `on*` all that begin so, `*x*` all whose last word holds x."""
    if not text.endswith("*"):
        return literal == text
    if not text.startswith("*"):
        return literal.startswith(text[:-1])
    return any(text[1:-1] in word for word in literal.split()[-1:])


def _children(entry: Entry, token: Token) -> Iterable[Entry]:
    keys: tuple[Token, ...]
    match token:
        case Name():
            keys = (token, AnyName(), Element()) if token.name.isdigit() else (token, AnyName())
        case Element():
            keys = (token, AnyName())
        case ArgumentAt():
            keys = (token, ArgumentAt(None))
        case Parameter():
            keys = (token, Parameter(None))
        case _:
            keys = (token,)
    found = [entry.children[key] for key in keys if key in entry.children]
    return found if found or entry.behind is None else _children(entry.behind, token)


def _spelled(tokens: Iterable[Token]) -> str:
    words: list[str] = []
    for token in tokens:
        match token:
            case Global():
                words.append("global")
            case Anything():
                words.append("any")
            case TypeRoot():
                words.append(f"type.{token.name}")
            case Given():
                words.append(f"given.{token.name}")
            case Name(name, None):
                words.append(name)
            case Name(name, literal):
                words.append(f"{name}('{literal}')")
            case AnyName():
                words.append("*")
            case ArgumentAt(index):
                words.append(f"arg[{'*' if index is None else index}]")
            case Parameter(index):
                words.append(f"param[{'*' if index is None else index}]")
            case Return():
                words.append("return")
            case Element():
                words.append("element")
            case _:
                words.append("new")
    return ".".join(words)
