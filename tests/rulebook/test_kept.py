"""A rulebook that was read comes back from its bytes as it was, and other bytes give none."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from reviewer.rulebook import load
from reviewer.rulebook.kept import packed, unpacked

RULE = """\
- id: house-rule
  category: dom-xss
  severity: high
  title: {ja: 題, en: title}
  why: {ja: 理由, en: why}
  fix: {ja: 直し方, en: fix}
  refs: {articles: ['10'], guideline: [S1], cwe: [79], ipa: ['1.5']}
  check: {use: {places: [global.a], arguments: [{index: 0, matches: '\\d', known: true}]}}
"""


def test_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE, encoding="utf-8")
    rulebook, policy = load(extra_rules=[tmp_path])
    kept = unpacked(packed(rulebook, policy))
    assert kept is not None
    assert {each.name: getattr(kept[0], each.name) for each in fields(rulebook)} == {
        each.name: getattr(rulebook, each.name) for each in fields(rulebook)
    }
    assert kept[1] == policy


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"[1", b"[]", b"[999]", b"[0,1,2]", b'["a"]', b"\xff"])
def test_other_bytes_give_nothing(data: bytes) -> None:
    assert unpacked(data) is None


def test_a_rulebook_that_lacks_something_gives_nothing() -> None:
    data = packed(*load())
    assert unpacked(data[: len(data) // 2]) is None
