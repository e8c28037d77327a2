"""An application is input: it is read when it is in order, and every mistake in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaration_samples import FORM, declaration
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.form import Draft, form
from reviewer.rule import InformationClass, Policy, Rulebook
from reviewer.rulebook.declarations import read_declaration
from reviewer.rulebook.document import Listing, Scalar, Table, compose
from reviewer.scalar import quoted
from reviewer.text import Language

Rules = tuple[Rulebook, Policy]


def test_a_form_in_order_is_read_with_the_line_of_each_entry(tmp_path: Path, rules: Rules) -> None:
    read = declaration(tmp_path, rules[0])

    assert (read.app_name, read.app_id, read.information_class) == ("公園の遊具点検", "31", InformationClass.III)
    assert [service.host for service in read.services] == ["geo.example.jp"]
    assert read.services[0].origin.text == "  - host: geo.example.jp"
    assert read.access[0].rights == ("read",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[record]", "[レコードの値]"),
        ("rights: [read]", "rights: [レコード閲覧]"),
        ("screen: detail", "screen: レコード詳細画面"),
    ],
)
def test_words_may_be_written_as_people_call_them(tmp_path: Path, rules: Rules, old: str, new: str) -> None:
    read = declaration(tmp_path, rules[0], (old, new))

    assert (read.services[0].data, read.access[0].rights, read.screens[0].screen) == (("record",), ("read",), "detail")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("GEO.Example.JP", "geo.example.jp"),
        ("市役所.example.jp", "市役所.example.jp"),
        ("xn--ls8h.example.jp", "💩.example.jp"),
    ],
)
def test_a_host_is_read_as_browsers_show_it(tmp_path: Path, rules: Rules, written: str, read: str) -> None:
    assert declaration(tmp_path, rules[0], ("geo.example.jp", written)).services[0].host == read


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("purpose: 点検の結果を登録する", "purpose:", 4, "purpose"),
        ("purpose: 点検の結果を登録する", "purpose: '  '", 4, "purpose"),
        ("id: '31'", "id: 31番", 3, "id"),
        ("information_class: III", "information_class: V", 7, "V"),
        ("sensitive: false", "sensitive: maybe", 8, "sensitive"),
        ("sensitive: false\n", "", 1, "sensitive"),
        ("screen: detail", "screen: detial", 10, "detail"),
        ("host: geo.example.jp", "host: https://geo.example.jp/x", 12, "host"),
        ("host: geo.example.jp", "host: '*'", 12, "host"),
        ("data: [record]", "data: [recrod]", 14, "record"),
        ("app: this", "app: このアプリ", 16, "app"),
        ("rights: [read]", "rights: []", 16, "rights"),
        ("rights: [read]", "rights: [all]", 16, "all"),
        ("plugins: []\n", "", 1, "plugins"),
        ("webhooks: []", "webhooks: [{host: a.example.jp, purpose: 知らせる}]", 18, "payload"),
        ("person: 見本 花子", "person: 見本 花子\nperson: 別人", 7, "person"),
        ("person: 見本 花子", "person: &a 見本 花子", 6, "&"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, rules: Rules, old: str, new: str, line: int, words: str
) -> None:
    with pytest.raises(ReviewerError) as caught:
        declaration(tmp_path, rules[0], (old, new))

    told = caught.value.message.ja.splitlines()[1:]
    assert any(f"shinsei.yaml:{line}:" in each and words in each for each in told), told


@pytest.mark.parametrize("where", ["purpose: 点検の結果を登録する", "person: 見本 花子"])
def test_what_looks_like_a_token_is_refused_and_not_repeated(tmp_path: Path, rules: Rules, where: str) -> None:
    token = "Invented4TheTestsOnly" * 2
    with pytest.raises(ReviewerError, match="token") as caught:
        declaration(tmp_path, rules[0], (where, f"{where} # {token}"))

    assert token not in caught.value.message.ja + caught.value.message.en


def test_a_long_label_of_a_host_is_no_token(tmp_path: Path, rules: Rules) -> None:
    host = f"{'a1b2c3d4' * 4}.lambda.example.jp"

    assert declaration(tmp_path, rules[0], ("geo.example.jp", host)).services[0].host == host


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"- a\n",
        b"a",
        b"\x00",
        b"\xff\xfe",
        FORM.encode("shift_jis"),
        b"a: " + b"[" * 5000,
        b"a: 1\n---\nb: 2\n",
        b"x" * 300_000,
    ],
)
def test_what_is_no_form_is_refused_in_a_sentence(tmp_path: Path, rules: Rules, data: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(data)
    with pytest.raises(ReviewerError):
        read_declaration(tmp_path / "x.yaml", rules[0])


def test_a_blank_form_says_line_by_line_what_is_to_be_filled_in(tmp_path: Path, rules: Rules) -> None:
    for language in Language:
        (tmp_path / "new.yaml").write_text(form(rules[0], language), encoding="utf-8")
        with pytest.raises(ReviewerError) as caught:
            read_declaration(tmp_path / "new.yaml", rules[0])

        told = caught.value.message.en.splitlines()[1:]
        assert [each.rpartition(": ")[2] for each in told] == [
            f"{key} has no value."
            for key in ("name", "id", "purpose", "department", "person", "information_class", "sensitive")
        ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_one_scalar_and_reads_as_itself(text: str) -> None:
    value, problems = compose("x", f"a: {quoted(text)}\nb: 1\n".encode())

    assert problems == ()
    assert isinstance(value, Table)
    assert list(value.members) == ["a", "b"]
    assert isinstance(value.members["a"], Scalar)
    assert value.members["a"].text == text


def test_a_hostile_name_in_a_draft_stays_in_its_place(tmp_path: Path, rules: Rules) -> None:
    hostile = 'x"\nservices:\n  - host: evil.example\n# \u202e'
    text = form(rules[0], Language.JA, Draft(plugin=hostile))
    value, problems = compose("x", text.encode())

    assert problems == ()
    assert isinstance(value, Table)
    assert value.members["services"] == Listing(value.lines["services"], ())
    plugins = value.members["plugins"]
    assert isinstance(plugins, Listing)
    assert isinstance(plugins.items[0], Table)
    assert isinstance(plugins.items[0].members["name"], Scalar)
    assert plugins.items[0].members["name"].text == hostile
