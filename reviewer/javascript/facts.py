"""What an analysis of one page's scripts found out: strings, uses of API places, flows of data. Values, no logic."""

from __future__ import annotations

from reviewer.finding import Confidence, Step
from reviewer.javascript.ast import Ast
from reviewer.record import thing, value
from reviewer.rule import Model
from reviewer.source import Location


@value
class Folded:
    """What is known of a value at compile time.

    `text` is the whole string (numbers and booleans as JavaScript would print them) or None; where it is only partly
    known, `prefix` and `suffix` are the known beginning and end.
    """

    text: str | None
    prefix: str
    suffix: str


@value
class Target:
    """Where a request goes: `urls` are several where the address is one of several, never none.

    So are `methods`, where `?` stands for one that is not known. `checked` tells that the code compares a computed
    address with fixed ones before it goes there.
    """

    urls: tuple[Folded, ...]
    methods: tuple[str, ...]
    checked: bool

    @property
    def method(self) -> str | None:
        """The HTTP method, where it is known and always the same."""
        return self.methods[0] if len(self.methods) == 1 and self.methods[0] != "?" else None

    @property
    def url(self) -> Folded:
        """The address, or what is known of several: nothing."""
        return self.urls[0] if len(self.urls) == 1 else Folded(None, "", "")


@value
class Literal:
    """A string constant after folding, and the names it is given under.

    `names` are the variable, property, header or parameter names that the value is stored under or passed as, nearest
    first ("Authorization", "headers"). `folded` is False where it stands in the text as it is.
    """

    value: str
    location: Location
    names: tuple[str, ...]
    function: str
    folded: bool


@value
class Argument:
    """One argument of a use, or the value written.

    `properties` are those of an object literal (nested names joined by a dot), each with what is known of its value.
    `labels` are the source kinds whose data the argument carries, anywhere inside.
    """

    location: Location
    value: Folded
    properties: tuple[tuple[str, Folded], ...]
    labels: tuple[str, ...]


@value
class Use:
    """An API place used: `access` is read, write, call or new.

    `models` are the rows whose place this is. `target` is set for calls that a model says make a request; `given` are
    what rows name besides (`integrity`), as far as it is known, None where nothing stands there.
    `opened` is where the request was begun that this use sends (`open` before `send`), None where it is all one.
    `asked` is the call that says which request this is, where it is made for others (see `asking`).
    `inside` lists the enclosing loops ("loop") and event handlers ("event:app.record.create.show"), innermost first.
    """

    place: str
    access: str
    location: Location
    function: str
    models: tuple[Model, ...]
    arguments: tuple[Argument, ...]
    target: Target | None
    opened: Location | None
    asked: Location | None
    given: tuple[tuple[str, Folded], ...]
    inside: tuple[str, ...]

    @property
    def method(self) -> str | None:
        """The HTTP method of the request, where there is one and it is known."""
        return None if self.target is None else self.target.method

    @property
    def methods(self) -> tuple[str, ...]:
        """All that the HTTP method may be; `?` where that is not known."""
        return ("?",) if self.target is None else self.target.methods


@value
class Flow:
    """Data of kind `source` reaches a sink of kind `sink`; `use` is the use whose argument the sink is.

    `source_detail` names what exactly where known: a field code, a URL part. `steps` runs from source to sink. Of data
    that is the answer to a request `asked` are the addresses, as far as they are known.
    """

    source: str
    source_place: str
    source_detail: str
    sink: str
    sink_place: str
    use: Use
    location: Location
    function: str
    steps: tuple[Step, ...]
    confidence: Confidence
    asked: tuple[Folded, ...] = ()


@value
class Member:
    """A name by which something is read or written: `kind` "field" for a record's field codes, "query" for the text of
    a condition, "element" for what is looked for on the page, "property" for what nothing is known of.
    """

    kind: str
    name: str
    access: str
    location: Location


@value
class Kept:
    """A value that a use stores, and the name it has there; values that share one of the `identities` are the same, or
    made of the same one.
    """

    use: Use
    name: str
    identities: frozenset[int]


@value
class Markup:
    """HTML that a script writes into the page, as far as it is known; an `x` stands for each part that is not."""

    location: Location
    text: str


@value
class Unresolved:
    """Something that matters and could not be resolved, such as code built at run time; becomes a Gap.

    `kind` is with-statement, work-limit, too-large, code-in-text or unreadable.
    """

    kind: str
    location: Location


@thing
class Facts:
    """All of one page; `embedded` is constant text that it runs as code (`eval`), analysed in its place."""

    page: str
    literals: tuple[Literal, ...]
    uses: tuple[Use, ...]
    flows: tuple[Flow, ...]
    members: tuple[Member, ...]
    kept: tuple[Kept, ...]
    markup: tuple[Markup, ...]
    embedded: tuple[Ast, ...]
    unresolved: tuple[Unresolved, ...]
