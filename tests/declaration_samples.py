"""An application form that is in order, to be changed where a test wants it otherwise."""

from __future__ import annotations

from pathlib import Path

from reviewer.declaration import Declaration
from reviewer.rule import Rulebook
from reviewer.rulebook.declarations import read_declaration

FORM = """\
app:
  name: 公園の遊具点検
  id: '31'
purpose: 点検の結果を登録する
department: 公園課
person: 見本 花子
information_class: III
sensitive: false
screens:
  - {screen: detail, does: 地図を示す}
services:
  - host: geo.example.jp
    purpose: 住所から場所を調べる
    data: [record]
access:
  - {app: this, rights: [read], purpose: 結果を読む}
api_tokens: []
webhooks: []
plugins: []
"""


def declaration(folder: Path, rulebook: Rulebook, *changes: tuple[str, str]) -> Declaration:
    """The form as it is read, after each text was replaced by another."""
    text = FORM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "shinsei.yaml").write_text(text, encoding="utf-8")
    return read_declaration(folder / "shinsei.yaml", rulebook)
