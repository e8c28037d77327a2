"""The `check` of a rule's entry -> one of the closed union of checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from reviewer.place import parse_place
from reviewer.rule import (
    Argument,
    Check,
    CheckDigit,
    DeclaredCheck,
    Difference,
    FlowCheck,
    Given,
    HiddenCheck,
    InformationClass,
    LibraryCheck,
    MarkupCheck,
    MemberCheck,
    PackageCheck,
    RepeatCheck,
    SecretCheck,
    SemgrepCheck,
    StyleCheck,
    UseCheck,
)
from reviewer.rulebook.fields import Fields

ACCESSES = ("read", "write", "call", "new")
MEMBER_KINDS = ("field", "query", "element", "property", "text")
STYLE_FACTS = ("import", "font", "url", "declaration", "selector", "function", "problem")
MARKUP_FACTS = ("element", "attribute", "script", "handler", "link", "form", "comment")
LIBRARY_FINDINGS = (
    "vulnerable-severe",
    "vulnerable",
    "vulnerable-slight",
    "url-only",
    "floating-version",
    "hijacked-host",
    "insecure-url",
    "modified",
    "in-name-only",
    "not-accepted",
    "unknown-host",
)
HIDDEN_SIGNS = (
    "address",
    "fingerprint",
    "identifiers",
    "alphabet",
    "encoded",
    "lookups",
    "long-lines",
    "characters",
    "mixed-script",
    "names",
    "codes",
    "decoded",
)


def read_check(fields: Fields) -> Check:
    """The check written under the one form's name; with none or several, a problem and a placeholder."""
    if len(fields.keys) != 1 or fields.keys[0] not in _READERS:
        forms = ", ".join(_READERS)
        fields.object_to(
            fields.keys[0] if fields.keys else "",
            f"check には次のどれか1つを書いてください: {forms}",
            f"check takes exactly one of: {forms}.",
        )
        return PackageCheck(observed=())
    form = fields.keys[0]
    inner = fields.inner(form)
    if inner is None:
        return PackageCheck(observed=())
    check = _READERS[form](inner)
    inner.close()
    return check


def form_of(check: Check) -> str:
    """The name a check's form has in YAML."""
    match check:
        case FlowCheck():
            return "flow"
        case UseCheck():
            return "use"
        case MemberCheck():
            return "member"
        case RepeatCheck():
            return "repeat"
        case StyleCheck():
            return "style"
        case MarkupCheck():
            return "markup"
        case SecretCheck():
            return "secret"
        case LibraryCheck():
            return "library"
        case HiddenCheck():
            return "hidden"
        case PackageCheck():
            return "package"
        case DeclaredCheck():
            return "declared"
        case SemgrepCheck():
            return "semgrep"
        case _:
            assert_never(check)


def _flow(fields: Fields) -> FlowCheck:
    for key in ("from", "to"):
        _require(fields, key)
    return FlowCheck(
        sources=fields.words("from"),
        sinks=fields.words("to"),
        hosts=fields.words("hosts"),
        methods=fields.words("methods"),
        beside=fields.words("beside"),
        asked=fields.pattern("asked"),
    )


def _use(fields: Fields) -> UseCheck:
    if not {"kinds", "places"} & set(fields.keys):
        fields.object_to("kinds", "kinds か places が必要です。", "Either kinds or places is needed.")
    places, unless_used = fields.words("places"), fields.words("unless_used")
    for key, named in (("places", places), ("unless_used", unless_used)):
        for place in named:
            check_place(fields, key, place)
    return UseCheck(
        kinds=fields.words("kinds"),
        places=places,
        access=fields.choices("access", ACCESSES),
        arguments=tuple(_argument(item) for item in fields.each("arguments")),
        hosts=fields.words("hosts"),
        methods=fields.words("methods"),
        endpoint=fields.pattern("endpoint"),
        inside=_inside(fields),
        schemes=fields.words("schemes"),
        given=tuple(_given(item) for item in fields.each("given")),
        unless_used=unless_used,
    )


def _member(fields: Fields) -> MemberCheck:
    kinds = fields.choices("kinds", MEMBER_KINDS)
    return MemberCheck(pattern=fields.pattern("pattern") or r"(?!)", reject=fields.patterns("reject"), kinds=kinds)


def _repeat(fields: Fields) -> RepeatCheck:
    for key in ("kinds", "beside"):
        _require(fields, key)
    return RepeatCheck(kinds=fields.words("kinds"), beside=fields.words("beside"), reject=fields.patterns("reject"))


def _given(fields: Fields) -> Given:
    given = Given(fields.word("name"), fields.pattern("matches"), absent=fields.truth("absent") is True)
    fields.close()
    return given


def _argument(fields: Fields) -> Argument:
    index = fields.word("index")
    if not index.isdecimal() and index != "-1":
        fields.object_to(
            "index",
            "index は 0 から数えた番号です。-1 は最後を表します。",
            "index is a number counted from 0. -1 is the last one.",
        )
        index = "0"
    path = fields.optional_word("path")
    argument = Argument(
        index=int(index),
        path=tuple(path.split(".")) if path else (),
        matches=fields.pattern("matches"),
        lacks=fields.pattern("lacks"),
        known=fields.truth("known"),
        named=fields.pattern("named"),
        begins=fields.pattern("begins"),
    )
    demands = (argument.matches, argument.lacks, argument.known, argument.named, argument.begins)
    if all(demand is None for demand in demands):
        fields.object_to(
            "index",
            "matches、lacks、known、named、begins のどれかが必要です。",
            "One of matches, lacks, known, named, begins is needed.",
        )
    fields.close()
    return argument


def _inside(fields: Fields) -> tuple[str, ...]:
    words = fields.words("inside")
    for word in words:
        if word != "loop" and not word.startswith("event:"):
            fields.refuse_word("inside", word, ("loop", "event:*.show"))
    return words


def _style(fields: Fields) -> StyleCheck:
    return StyleCheck(
        at=_one(fields, "at", STYLE_FACTS),
        selector=fields.pattern("selector"),
        property=fields.pattern("property"),
        value=fields.pattern("value"),
        hosts=fields.words("hosts"),
        except_within=fields.pattern("except_within"),
        except_selector=fields.pattern("except_selector"),
        within=fields.pattern("within"),
    )


def _markup(fields: Fields) -> MarkupCheck:
    return MarkupCheck(
        at=_one(fields, "at", MARKUP_FACTS),
        element=fields.pattern("element"),
        attribute=fields.pattern("attribute"),
        value=fields.pattern("value"),
        hosts=fields.words("hosts"),
    )


def _secret(fields: Fields) -> SecretCheck:
    if not {"pattern", "context", "files"} & set(fields.keys):
        fields.object_to("pattern", "pattern か files が必要です。", "Either pattern or files is needed.")
    return SecretCheck(
        pattern=fields.pattern("pattern"),
        context=fields.pattern("context"),
        minimum_entropy=fields.number("minimum_entropy", 0.0),
        reject=fields.patterns("reject"),
        files=fields.words("files"),
        decoded=fields.pattern("decoded"),
        check_digit=_check_digit(fields),
        remarks=fields.truth("remarks") is True,
        calls=fields.words("calls"),
    )


def _check_digit(fields: Fields) -> CheckDigit | None:
    inner = fields.optional_inner("check_digit")
    if inner is None:
        return None
    modulus = inner.word("modulus")
    check = CheckDigit(inner.whole_numbers("weights"), int(modulus) if modulus.isdecimal() else 0)
    if not check.weights or check.modulus < 2:
        inner.object_to(
            "modulus",
            "weights と 2 以上の modulus が必要です。",
            "Both weights and a modulus of at least 2 are needed.",
        )
    inner.close()
    return check


def _library(fields: Fields) -> LibraryCheck:
    return LibraryCheck(finding=_one(fields, "finding", LIBRARY_FINDINGS), hosts=fields.words("hosts"))


def _hidden(fields: Fields) -> HiddenCheck:
    return HiddenCheck(
        sign=_one(fields, "sign", HIDDEN_SIGNS),
        pattern=fields.pattern("pattern"),
        minimum=fields.number("minimum", 0.0),
    )


def _package(fields: Fields) -> PackageCheck:
    _require(fields, "observed")
    return PackageCheck(observed=fields.words("observed"))


def _declared(fields: Fields) -> DeclaredCheck:
    return DeclaredCheck(
        difference=fields.choice("difference", Difference),
        hosts=fields.words("hosts"),
        rights=fields.words("rights"),
        classes=fields.choices("classes", tuple(InformationClass)),
        sensitive=fields.truth("sensitive"),
    )


def _semgrep(fields: Fields) -> SemgrepCheck:
    return SemgrepCheck(semgrep_id=fields.word("id"), file=fields.word("file"))


_READERS: Mapping[str, Callable[[Fields], Check]] = {
    "flow": _flow,
    "use": _use,
    "member": _member,
    "repeat": _repeat,
    "style": _style,
    "markup": _markup,
    "secret": _secret,
    "library": _library,
    "hidden": _hidden,
    "package": _package,
    "declared": _declared,
    "semgrep": _semgrep,
}


def check_place(fields: Fields, key: str, place: str) -> None:
    """Object to a place that the language for places does not know."""
    try:
        parse_place(place)
    except ValueError as error:
        fields.object_to(
            key, f"API の場所 {place} を読めません({error})。", f"The place {place} cannot be read: {error}."
        )


def _require(fields: Fields, key: str) -> None:
    if not fields.words(key):
        fields.object_to(key, f"{key} に少なくとも1つ書いてください。", f"{key} needs at least one entry.")


def _one(fields: Fields, key: str, allowed: tuple[str, ...]) -> str:
    word = fields.word(key)
    if word != "?" and word not in allowed:
        fields.refuse_word(key, word, allowed)
    return word
