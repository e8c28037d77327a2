"""The language for places: what is read as what, and what is refused in words."""

from __future__ import annotations

import pytest

from reviewer.place import (
    AnyName,
    Anything,
    ArgumentAt,
    Element,
    Global,
    Name,
    New,
    Parameter,
    Return,
    Token,
    TypeRoot,
    parse_place,
)


@pytest.mark.parametrize(
    ("place", "tokens"),
    [
        ("global", (Global(),)),
        ("global.$", (Global(), Name("$", None))),
        ("any.innerHTML", (Anything(), Name("innerHTML", None))),
        ("type.jQuery.*.return", (TypeRoot("jQuery"), AnyName(), Return())),
        (
            "global.f.arg[1].param[0].element",
            (Global(), Name("f", None), ArgumentAt(1), Parameter(0), Element()),
        ),
        ("global.console.log.arg[*]", (Global(), Name("console", None), Name("log", None), ArgumentAt(None))),
        ("global.F.new.氏名", (Global(), Name("F", None), New(), Name("氏名", None))),
        (
            "any.setAttribute('xlink:href').arg[1]",
            (Anything(), Name("setAttribute", "xlink:href"), ArgumentAt(1)),
        ),
        ("global.jsx:element('a').return", (Global(), Name("jsx:element", "a"), Return())),
        ("global.import:module('@a/b-c').return", (Global(), Name("import:module", "@a/b-c"), Return())),
        ("any.open('https://a.b/').return", (Anything(), Name("open", "https://a.b/"), Return())),
    ],
)
def test_places_are_read_token_by_token(place: str, tokens: tuple[Token, ...]) -> None:
    assert parse_place(place) == tokens


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("", "empty"),
        ("kintone.api", "starts with global, any"),
        ("type", "starts with global, any"),
        ("any", "name of a property"),
        ("any.return", "name of a property"),
        ("global.", "expected a dot and a name"),
        ("global..a", "cannot read"),
        ("global.a b", "expected a dot and a name"),
        ("global.a-b", "expected a dot and a name"),
        ("global.f.arg", "needs a number"),
        ("global.f.arg[x]", "expected a dot and a name"),
        ("global.list[0]", "element"),
        ("global.f('a", "expected a dot and a name"),
    ],
)
def test_what_is_no_place_is_refused_with_the_reason(place: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_place(place)
