"""YAML as a tree with lines, and what of YAML is not taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.rulebook.document import Listing, Scalar, Table, compose


def problems(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.en) for problem in compose("a.yaml", text.encode())[1]]


def test_values_know_their_lines_and_stay_text() -> None:
    tree, wrong = compose("a.yaml", "# 注\n- id: no\n  cwe: [79, 80]\n".encode())

    assert not wrong
    assert isinstance(tree, Listing)
    assert isinstance(tree.items[0], Table)
    assert tree.items[0].members["id"] == Scalar(2, "no", blank=False, plain=True)
    assert tree.items[0].members["cwe"] == Listing(
        3, (Scalar(3, "79", blank=False, plain=True), Scalar(3, "80", blank=False, plain=True))
    )


def test_nothing_written_is_not_an_empty_text() -> None:
    tree, _ = compose("a.yaml", b"a:\nb: ''\nc: ~\n")

    assert isinstance(tree, Table)
    assert [value.blank for value in tree.members.values() if isinstance(value, Scalar)] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2\n", 2, "written twice"),
        ("a: &x 1\nb: *x\n", 1, "Anchors and aliases"),
        ("a: !!python/object:os.system x\n", 1, "Tags"),
        ("a: [1,\nb: 2\n", 3, "not YAML"),
        ("a: 1\n---\nb: 2\n", 2, "one document"),
        ("[a, b]: 1\n", 1, "plain word"),
        ("a: \x01\n", 1, "not YAML"),
        ("- " * 40 + "a", 1, "nested too deeply"),
    ],
)
def test_what_is_not_taken_is_named_with_its_line(text: str, line: int, words: str) -> None:
    found = problems(text)

    assert any(at == line and words in said for at, said in found), found


def test_deep_nesting_neither_crashes_nor_takes_long() -> None:
    assert problems("[" * 200_000)


def test_bytes_that_are_no_utf8_are_refused_at_their_line() -> None:
    _, wrong = compose("a.yaml", "a: 1\nb: 氏名\n".encode("shift_jis"))

    assert [(problem.line, problem.en) for problem in wrong] == [(2, "Save this file as UTF-8.")]


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    compose("a.yaml", data)


@given(st.text(alphabet="ab:-[]{}&*!#'\"\n |>?", max_size=80))
def test_no_text_raises(text: str) -> None:
    compose("a.yaml", text.encode())


@pytest.mark.parametrize(
    ("data", "line", "hint"),
    [
        (b"app:\n\tname: x\n", 2, "タブ"),
        (b"purpose: a: b\n", 1, "「: 」"),
        (b"purpose: 'a\n", 2, "引用符"),
        (b"a: [1, 2\nb: 3\n", 2, "かっこ"),
        ("purpose: 点検\n".encode("shift_jis"), 1, "メモ帳"),
    ],
)
def test_what_is_no_yaml_is_told_in_words_of_people_who_know_none(data: bytes, line: int, hint: str) -> None:
    value, (problem,) = compose("a.yaml", data)

    assert (value, problem.line) == (None, line)
    assert hint in problem.ja
