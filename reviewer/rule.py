"""What is known: rules and what they check, models of APIs, policy, regulation; all of it read from data."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from reviewer.declarable import AccessRight, Screen
from reviewer.record import thing, value
from reviewer.text import Text


class Severity(StrEnum):
    """How bad; medium and above are for what a reviewer must act on."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return tuple(Severity).index(self)


class Category(StrEnum):
    """What goes wrong; the names are public (SARIF `properties.category`)."""

    EXTERNAL_CALL = "external-call"
    SECRET = "secret"  # noqa: S105 - a category's name
    CODE_EXEC = "code-exec"
    DOM_XSS = "dom-xss"
    DATA_EGRESS = "data-egress"
    OPEN_REDIRECT = "open-redirect"
    POST_MESSAGE = "post-message"
    PROTOTYPE_POLLUTION = "prototype-pollution"
    QUERY_INJECTION = "query-injection"
    STORAGE = "storage"
    VULNERABLE_LIBRARY = "vulnerable-library"
    SUPPLY_CHAIN = "supply-chain"
    CSS_EXTERNAL = "css-external"
    CSS_UI = "css-ui"
    INTERNAL_API = "internal-api"
    PERSONAL_NUMBER = "personal-number"
    PRIVILEGED_API = "privileged-api"
    OBFUSCATION = "obfuscation"
    GUIDELINE = "guideline"


@value
class References:
    """Where the demand comes from: the terms' articles, guideline items (C1, S2 ...), CWE numbers, IPA sections."""

    articles: tuple[str, ...]
    guideline: tuple[str, ...]
    cwe: tuple[int, ...]
    ipa: tuple[str, ...]


# What a rule checks: a closed union, each form answered by one engine. ------------------------------------------------


@value
class FlowCheck:
    """Data of a kind in `sources` reaches a sink of a kind in `sinks`.

    `hosts` narrows request sinks to those whose destination is of one of these classes (`policy` names them, plus
    `unknown`); empty means any. `methods` leaves out requests that are known to be made by another method. `beside`
    demands that the use gets data of one of these kinds in any of its arguments; of data that is the answer to a
    request `asked` must be found in the path that was asked for.
    """

    sources: tuple[str, ...]
    sinks: tuple[str, ...]
    hosts: tuple[str, ...]
    methods: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    asked: str | None = None


@value
class Argument:
    """A demand on one argument of a use (or on the value written, index 0): every part that is given must hold.

    `index` is counted from 0, -1 is the last one.
    `matches` and `lacks` are regular expressions searched in the folded string; `known` demands that it is (or is not)
    a compile-time constant. A value that could not be folded satisfies neither `matches` nor `lacks`; `begins` is
    searched in as much of its beginning as is known.
    `path` picks a property of an object literal argument ("auth.apiToken"); `named` demands that it has some property
    in whose dotted name this expression is found.
    """

    index: int
    path: tuple[str, ...]
    matches: str | None
    lacks: str | None
    known: bool | None
    named: str | None = None
    begins: str | None = None


@value
class Given:
    """A demand on what model rows name about a use (`integrity`): known text that `matches` is found in.

    With `absent` nothing may be there that fits; what is there and not known counts as fitting.
    """

    name: str
    matches: str | None
    absent: bool


@value
class UseCheck:
    """An API place is used. `kinds` are model `call`/`use` kinds, `places` exact places; `access` what is done with it.

    `access` is any of read, write, call, new. `methods`/`paths` narrow REST calls (path is a regular expression on the
    normalised endpoint); `hosts` narrows calls with a destination as in `FlowCheck`, `schemes` to those whose URL has
    one of these schemes. `given` are demands on further details of model rows. `inside` demands enclosing constructs,
    all of them: `loop`, or a glob on the name of the event whose handler it runs in (`event:*.show`). `unless_used` are
    places none of which may be used anywhere on the page.
    """

    kinds: tuple[str, ...]
    places: tuple[str, ...]
    access: tuple[str, ...]
    arguments: tuple[Argument, ...]
    hosts: tuple[str, ...]
    methods: tuple[str, ...]
    endpoint: str | None
    inside: tuple[str, ...]
    schemes: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    unless_used: tuple[str, ...] = ()


@value
class MemberCheck:
    """A field, or anything else, is read or written by a name that `pattern` is found in and no `reject` is.

    `kinds` are those of `Member` (field, query, element, property); empty means any of these. With `text` it is also
    about what texts say, sentence by sentence.
    """

    pattern: str
    reject: tuple[str, ...]
    kinds: tuple[str, ...]


@value
class RepeatCheck:
    """A value that a call of a kind in `kinds` stores is also stored by one of a kind in `beside`.

    `reject` are expressions on the name that it has there, under which it says nothing.
    """

    kinds: tuple[str, ...]
    beside: tuple[str, ...]
    reject: tuple[str, ...]


@value
class StyleCheck:
    """A CSS construct: `at` the kind of fact (url, import, font, property, selector, function ...).

    All given regular expressions must match; `hosts` narrows by class of the URL's host. `within` and `except_within`
    are searched in the conditions around (`@media print`), where the check holds alone, or does not. `except_selector`
    is searched in each selector of a list (`a, b`): the check speaks of those that it is not found in.
    """

    at: str
    selector: str | None
    property: str | None
    value: str | None
    hosts: tuple[str, ...]
    except_within: str | None = None
    except_selector: str | None = None
    within: str | None = None


@value
class MarkupCheck:
    """An HTML construct: `at` is element, attribute, script, handler, link, form or comment; patterns narrow it."""

    at: str
    element: str | None
    attribute: str | None
    value: str | None
    hosts: tuple[str, ...]


@value
class CheckDigit:
    """The last digit of a number follows from those before: `modulus` minus the rest of their weighted sum, one digit.

    Where that has two digits, it is 0.
    """

    weights: tuple[int, ...]
    modulus: int


@value
class SecretCheck:
    """A secret: `pattern` is searched in folded strings; the first group, if there is one, is the secret itself, and a
    group called `core` (there or in `decoded`) the part of it by which it is shown.

    `context` is searched in the names the value is given under (variable, property, header, parameter), nearest first,
    one a line: `\\A` demands the nearest, `^` and `$` any; with `remarks` in the comments on its place, too.
    With `calls` the check is of what calls of these kinds are given as a secret, by a model row's word.
    `minimum_entropy` is in bits per character; `decoded` is searched in the secret decoded from Base64 or from
    hexadecimal; `reject` are
    expressions that make it a placeholder, hash or other innocent text. `files` are name patterns of files which are
    secrets as a whole (`*.ppk`). With `check_digit` the digits in it must be right.
    """

    pattern: str | None
    context: str | None
    minimum_entropy: float
    reject: tuple[str, ...]
    files: tuple[str, ...]
    decoded: str | None = None
    check_digit: CheckDigit | None = None
    remarks: bool = False
    calls: tuple[str, ...] = ()


@value
class LibraryCheck:
    """A library or URL resource; what `finding` may be is told in `engines/libraries.py`. `hosts` are host classes."""

    finding: str
    hosts: tuple[str, ...]


@value
class HiddenCheck:
    """Code that cannot be read: `sign` names the fingerprint, the numbers its thresholds (see `engines/hidden.py`)."""

    sign: str
    pattern: str | None
    minimum: float


@value
class PackageCheck:
    """Something intake observed about a file or container: the `kind`s of `Observation` it answers to."""

    observed: tuple[str, ...]


@value
class SemgrepCheck:
    """A rule in Semgrep's own language: `semgrep_id` is its id in `file` (a path below the rules folder)."""

    semgrep_id: str
    file: str


class Difference(StrEnum):
    """How what was observed may depart from the application.

    A host that nobody named, without or with data that goes there; data that a named host is not said to get; a request
    that no right named allows; a screen or plug-in not named. The `unused` ones are named and never observed. In
    `data-leaves` all is as declared or not: data of the app goes to an outside host.
    """

    UNDECLARED_HOST = "undeclared-host"
    UNDECLARED_TRANSFER = "undeclared-transfer"
    UNDECLARED_DATA = "undeclared-data"
    UNDECLARED_RIGHT = "undeclared-right"
    UNDECLARED_SCREEN = "undeclared-screen"
    UNDECLARED_PLUGIN = "undeclared-plugin"
    UNUSED_HOST = "unused-host"
    UNUSED_RIGHT = "unused-right"
    UNUSED_SCREEN = "unused-screen"
    DATA_LEAVES = "data-leaves"


@value
class DeclaredCheck:
    """What was observed departs from the application in the way that `difference` names.

    `hosts` narrows by class of the destination, `rights` by the right, `classes` by the information class declared,
    `sensitive` by whether sensitive personal information is.
    """

    difference: Difference
    hosts: tuple[str, ...]
    rights: tuple[str, ...]
    classes: tuple[str, ...]
    sensitive: bool | None


Check = (
    FlowCheck
    | UseCheck
    | MemberCheck
    | RepeatCheck
    | StyleCheck
    | MarkupCheck
    | SecretCheck
    | LibraryCheck
    | HiddenCheck
    | PackageCheck
    | DeclaredCheck
    | SemgrepCheck
)


@value
class Rule:
    """One thing to object to, in words for the official and for the author; `source` is file:line of its YAML.

    `covers` are the ids of rules that say less of the same place, and are not told beside it. `spans` are those that,
    inside the place of this one, say nothing new of a place that yet another rule speaks of.
    """

    id: str
    category: Category
    severity: Severity
    title: Text
    why: Text
    fix: Text
    example: str | None
    refs: References
    check: Check
    source: str
    covers: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()


# What is known of APIs. -----------------------------------------------------------------------------------------------


@value
class Model:
    """What one API place is.

    `place` is written in the language of `reviewer.place`. `source`/`sink`/`call` give kinds; `clears` the sink kinds a
    sanitizer's result is safe for; `same_as` makes the place an alias of another. `detail` carries further facts about
    a call as name -> value, such as which argument holds the URL. A place that only a rule names has no kind at all.
    `when` and `unless` are conditions on the call: paths to arguments, each with a pattern on what stands there.
    """

    place: str
    source: str | None
    sink: str | None
    call: str | None
    clears: tuple[str, ...]
    same_as: str | None
    detail: tuple[tuple[str, str], ...]
    origin: str
    when: tuple[tuple[str, str], ...] = ()
    unless: tuple[tuple[str, str], ...] = ()


class KindRole(StrEnum):
    """What a kind is a kind of: data that comes in, where it goes, what a call does, or a further fact about a call."""

    SOURCE = "source"
    SINK = "sink"
    CALL = "call"
    DETAIL = "detail"


@value
class ModelKind:
    """A kind that models give and rules join, with its name for people.

    `declarable` are kinds of data that an application must name where they go to an outside service; `loads` are calls
    that bring in a script or a style sheet, which may be a library; `headers` is found in the names of those headers of
    a request that are such a sink; `endpoint` in the paths of those requests to the own site whose answers are such a
    source, whatever rows say.
    """

    name: str
    role: KindRole
    title: Text
    declarable: bool = False
    loads: bool = False
    headers: str | None = None
    endpoint: str | None = None


@value
class EventWords:
    """What an event means to a person: the screen, the moment, what brings it about and what to look at then.

    `pattern` is its name; `*` at the end stands for the rest, which takes the place of `*` in the words.
    """

    pattern: str
    screen: Text
    moment: Text
    act: Text
    expect: Text


@value
class HostClass:
    """A class of destinations: `patterns` are host globs (`*.cybozu.com`); the first class that fits wins.

    An application need not name hosts of an `exempt` class.
    """

    name: str
    title: Text
    patterns: tuple[str, ...]
    exempt: bool = False


@value
class Advisory:
    """A known weakness of a library: affects versions with `at_or_above` <= version < `below` (None: unbounded).

    `through` is the last affected version where it is not known which one mends it.
    """

    library: str
    at_or_above: str | None
    below: str | None
    severity: Severity
    ids: tuple[str, ...]
    cwe: tuple[int, ...]
    through: str | None = None


@value
class KnownFile:
    """Exact bytes of a published library file."""

    sha256: str
    library: str
    version: str
    file: str


@value
class Banner:
    """How a library names itself in a comment or URL: `pattern` has a group `version`. A claim, never proof.

    `library` is `*` where a group `library` of the pattern holds the name. Where the comment says no version, `stated`
    is what the code behind it says, with that group.
    """

    library: str
    pattern: str
    stated: str | None = None


@value
class Shape:
    """How a library is told without a banner: `words` that all these versions hold and hardly anything else does."""

    library: str
    versions: tuple[str, ...]
    words: frozenset[str]


@value
class Article:
    """One article of a regulation: what it asks, in own words; `manual` are things a person must check."""

    id: str
    title: Text
    asks: Text
    manual: tuple[Text, ...]


@value
class Regulation:
    """A regulation or guideline whose items rules refer to."""

    id: str
    title: Text
    articles: tuple[Article, ...]


class InformationClass(StrEnum):
    """How much the information an app handles matters (重要性分類); the first is the one to be guarded most."""

    I = "I"  # noqa: E741 - the Roman numeral it is known by
    II = "II"
    III = "III"
    IV = "IV"


@value
class ClassPolicy:
    """What holds for apps with information of one class in place of the policy's own words."""

    information_class: InformationClass
    blocks: tuple[Severity, ...]
    conditional: tuple[Severity, ...]
    approval_days: int


@value
class AcceptedLibrary:
    """A library the city accepts: in these exact versions, in any where there are none."""

    name: str
    versions: tuple[str, ...]


@value
class Policy:
    """What the city decides: which severities block or set conditions, what is trusted, how long an approval lasts.

    `accepted_libraries` is empty where the city keeps no such list. `classes` say what differs by information class;
    `sha256` names the very text this was read from.
    """

    name: str
    version: str
    blocks: tuple[Severity, ...]
    conditional: tuple[Severity, ...]
    trusted_hosts: tuple[str, ...]
    accepted_libraries: tuple[AcceptedLibrary, ...] = ()
    approval_days: int = 365
    classes: tuple[ClassPolicy, ...] = ()
    sha256: str = ""

    def under(self, information_class: InformationClass | None) -> Policy:
        """The policy for an app of that class; the same where nothing is said of it, or no class is known."""
        for each in self.classes:
            if each.information_class is information_class:
                return replace(self, blocks=each.blocks, conditional=each.conditional, approval_days=each.approval_days)
        return self


@thing
class Rulebook:
    """Everything in `rules/`, checked; `sha256` names the state of the knowledge a review was made with.

    `semgrep_files` are (path as named in findings, YAML text) of rules in Semgrep's language. `kinds` says what the
    kinds of sources, sinks and calls are called; `placeholders` are patterns of what stands for a secret and is none;
    `events` says what events mean to a person; `rights` and `screens` are what an application may name.
    """

    sha256: str
    rules: tuple[Rule, ...]
    models: tuple[Model, ...]
    host_classes: tuple[HostClass, ...]
    advisories: tuple[Advisory, ...]
    known_files: tuple[KnownFile, ...]
    banners: tuple[Banner, ...]
    regulations: tuple[Regulation, ...]
    semgrep_files: tuple[tuple[str, str], ...]
    kinds: tuple[ModelKind, ...] = ()
    shapes: tuple[Shape, ...] = ()
    placeholders: tuple[str, ...] = ()
    events: tuple[EventWords, ...] = ()
    rights: tuple[AccessRight, ...] = ()
    screens: tuple[Screen, ...] = ()
