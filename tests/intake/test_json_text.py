"""JSON values know where they stand; what is not JSON is refused at the place where it stops being so."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.intake.json_text import MOST_VALUES, Json, JsonError, parse

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def plain(node: Json) -> object:
    if node.members is not None:
        return {key: plain(value) for key, value in node.members.items()}
    if node.items is not None:
        return [plain(item) for item in node.items]
    return int(str(node.value)) if node.is_number else node.value


@given(VALUES, st.sampled_from([None, 1, 4]))
def test_reads_what_the_standard_library_writes(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    assert plain(parse(text)) == value


@given(st.text(alphabet='{}[]",:\\ u0041eE+-.truefalsn1', max_size=40))
def test_accepts_exactly_what_the_standard_library_accepts(text: str) -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(JsonError) as raised:
            parse(text)
        assert 0 <= raised.value.offset <= len(text)
    else:
        parse(text)


def test_knows_the_place_of_every_value() -> None:
    text = '{ "js": [ "a.js", "https://example.com/b.js" ] }'
    listed = parse(text).get("js")
    assert listed is not None
    assert [text[item.start : item.end] for item in listed.items or ()] == ['"a.js"', '"https://example.com/b.js"']
    assert text[listed.start : listed.end] == '[ "a.js", "https://example.com/b.js" ]'


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("{", 1),
        ('{"a" 1}', 5),
        ("[1, ]", 4),
        ("[1 2]", 3),
        ("{'a': 1}", 1),
        ("[1] x", 4),
        ('"\n"', 0),
        ("nul", 0),
    ],
)
def test_says_where_text_stops_being_json(text: str, offset: int) -> None:
    with pytest.raises(JsonError) as raised:
        parse(text)
    assert raised.value.offset == offset


def test_reports_keys_that_stand_twice_and_takes_the_last() -> None:
    root = parse('{"js": ["a"], "js": ["b"]}')
    assert root.repeated == ["js"]
    assert plain(root) == {"js": ["b"]}


def test_reads_nesting_of_any_depth() -> None:
    deep = parse("[" * 200_000 + "]" * 200_000)
    assert sum(1 for _ in deep.nodes()) == 200_000


def test_replaces_lone_surrogates_that_no_report_could_hold() -> None:
    assert parse(r'"\ud800a"').value == "\ufffda"
    assert parse(r'"\ud83d\ude00"').value == "😀"


@pytest.mark.parametrize(
    "text", ["[" * (MOST_VALUES + 2), "[" + "1," * MOST_VALUES + "1]", '{"a":' * (MOST_VALUES + 2)]
)
def test_gives_up_on_more_values_than_any_manifest_holds(text: str) -> None:
    with pytest.raises(JsonError):
        parse(text)
