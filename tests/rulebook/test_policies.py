"""The city's own policy overrides the default where it says something; every mistake in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import ReviewerError
from reviewer.rule import InformationClass, Policy, Severity
from reviewer.rulebook.policies import read_policy

HEAD = "name: 市\nversion: '3'\n"


def policy(folder: Path, text: str) -> Policy:
    (folder / "policy.yaml").write_text(text, encoding="utf-8")
    return read_policy(folder / "policy.yaml")


def test_what_the_city_leaves_out_stays_as_in_the_default(tmp_path: Path) -> None:
    default, own = read_policy(), policy(tmp_path, HEAD + "trusted_hosts: ['*.city.example.lg.jp']\n")

    assert (own.name, own.version, own.trusted_hosts) == ("市", "3", ("*.city.example.lg.jp",))
    assert (own.blocks, own.conditional, own.classes) == (default.blocks, default.conditional, default.classes)
    assert own.approval_days == default.approval_days


def test_a_weight_does_one_thing_only(tmp_path: Path) -> None:
    own = policy(tmp_path, HEAD + "blocks: [critical, high, medium]\n")

    assert (own.blocks[-1], own.conditional) == (Severity.MEDIUM, ())


def test_a_class_says_only_what_differs(tmp_path: Path) -> None:
    own = policy(tmp_path, HEAD + "approval_days: 90\nclasses:\n  II: {blocks: [critical]}\n")
    second = own.under(InformationClass.II)

    assert (second.blocks, second.conditional, second.approval_days) == ((Severity.CRITICAL,), (Severity.MEDIUM,), 90)
    assert own.under(InformationClass.IV) is own
    assert own.under(None) is own


def test_class_one_is_guarded_more_by_default() -> None:
    default = read_policy()
    first = default.under(InformationClass.I)

    assert Severity.MEDIUM in set(first.blocks) - set(default.blocks)
    assert first.approval_days < default.approval_days


def test_the_text_of_the_policy_has_a_name_of_its_own(tmp_path: Path) -> None:
    one, two = policy(tmp_path, HEAD), policy(tmp_path, HEAD + "# changed\n")

    assert len({one.sha256, two.sha256, read_policy().sha256}) == 3


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("blocks: [hihg]\n", 3, "high"),
        ("blocks: [low]\nconditional: [low]\n", 4, "both"),
        ("approval_days: 0\n", 3, "days"),
        ("approval_days: ²\n", 3, "days"),
        ("trusted_hosts: ['https://a.example.jp/']\n", 3, "host name"),
        ("trusted_hosts: ['*']\n", 3, "too wide"),
        ("trusted_hosts: ['*.jp']\n", 3, "too wide"),
        ("classes:\n  V: {blocks: []}\n", 4, "class V"),
        ("classes:\n  I: {blcks: []}\n", 4, "blcks"),
        ("accepted_libraries:\n  - {versions: ['1']}\n", 4, "name"),
        ("extra: 1\n", 3, "extra"),
        ("name: twice\n", 3, "twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ReviewerError) as caught:
        policy(tmp_path, HEAD + text)

    assert any(f"policy.yaml:{line}:" in told and words in told for told in caught.value.message.en.splitlines())


def test_what_a_mistake_quotes_cannot_move_the_cursor(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError) as caught:
        policy(tmp_path, HEAD + 'trusted_hosts: ["a\\e[2J\\nb"]\n')

    assert "\x1b" not in caught.value.message.ja
    assert "[U+001B]" in caught.value.message.ja
