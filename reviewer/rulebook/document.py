"""YAML bytes -> a tree of scalars, lists and mappings that know their lines; types are decided by whoever reads them.

Only a plain subset is taken: one document, no anchors, aliases or tags, no key twice. Built from the parser's events,
as libyaml's own composer recurses and dies of deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from reviewer.record import value
from reviewer.rulebook.problem import Problem
from reviewer.text import Text

_DEPTH = 24
_LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What libyaml complains of, and what whoever wrote it most likely did; a person in a department knows no YAML.
_HINTS = (
    (
        "cannot start any token",
        Text(
            ja="字下げにタブが使われているか、値が @ や ` や % で始まっています。"
            "タブは空白に直し、値は '…' で囲んでください。",
            en="Indent with spaces, never with tabs, and put a value that begins with @, ` or % in quotes.",
        ),
    ),
    (
        "mapping values are not allowed",
        Text(
            ja="値の中に「: 」があるか、字下げがずれています。値を '…' で囲むか、字下げをそろえてください。",
            en="A value holds a colon, or the indentation is off. Put the value in quotes, or line the keys up.",
        ),
    ),
    (
        "found unexpected end of stream",
        Text(ja="引用符が閉じていません。", en="A quote is not closed."),
    ),
)
_HINT = Text(
    ja="この行か1つ前の行の「: 」「- 」、かっこ、引用符、字下げを見直してください。",
    en="Look at colons, hyphens, brackets, quotes and indentation in this line or the one before.",
)


@value
class Scalar:
    """A single value as text; `blank` where nothing was written, `plain` where it stands without quotes."""

    line: int
    text: str
    blank: bool
    plain: bool = False


@value
class Listing:
    """A list."""

    line: int
    items: tuple[Value, ...]


@value
class Table:
    """A mapping; `lines` tells where each key stands."""

    line: int
    members: Mapping[str, Value]
    lines: Mapping[str, int]


Value = Scalar | Listing | Table


def compose(file: str, data: bytes) -> tuple[Value | None, tuple[Problem, ...]]:
    """The document's tree, or None where the text is no YAML of the kind taken here, with what is wrong about it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        return None, (
            Problem(
                file,
                line,
                "UTF-8で保存してください。(メモ帳では「名前を付けて保存」の「文字コード」で選べます)",
                "Save this file as UTF-8.",
            ),
        )
    builder = _Builder(file)
    try:
        builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "not YAML"
        hint = next((hint for said, hint in _HINTS if said in what), _HINT)
        builder.object_to(
            1 + mark.line if mark else 1,
            f"YAMLとして読めません。{hint.ja}({what})",
            f"This is not YAML: {what}. {hint.en}",
        )
        return None, tuple(builder.problems)
    except yaml.YAMLError as error:
        builder.object_to(1, f"YAMLとして読めません({error})。", f"This is not YAML: {error}.")
        return None, tuple(builder.problems)
    return builder.root, tuple(builder.problems)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not yet closed."""

    line: int
    keyed: bool
    items: list[Value]
    keys: list[Scalar]
    awaits_value: bool


class _Builder:
    """Events in, tree out, without recursion."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Open] = []
        self.problems: list[Problem] = []
        self.root: Value | None = None

    def object_to(self, line: int, ja: str, en: str) -> None:
        self.problems.append(Problem(self._file, line, ja, en))

    def build(self, events: Iterable[yaml.Event]) -> None:
        documents = 0
        for event in events:
            line = 1 + event.start_mark.line if event.start_mark else 1
            self._refuse_references(event, line)
            match event:
                case yaml.ScalarEvent():
                    plain = not event.style
                    self._place(Scalar(line, event.value, plain and event.value in ("", "~", "null"), plain))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    if len(self._open) >= _DEPTH:
                        self.object_to(line, "入れ子が深すぎます。", "This is nested too deeply.")
                        return
                    self._open.append(
                        _Open(line, isinstance(event, yaml.MappingStartEvent), [], [], awaits_value=False)
                    )
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._close()
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self.object_to(
                            line, "1つのファイルには1つの文書だけを書いてください。", "Write one document a file."
                        )
                        return
                case _:
                    pass

    def _refuse_references(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._place(Scalar(line, "", blank=False))
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self.object_to(
                line, "アンカーとエイリアス(& と *)は使えません。", "Anchors and aliases (& and *) are not taken."
            )
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self.object_to(line, "タグ(!)は使えません。", "Tags (!) are not taken.")

    def _place(self, value: Value) -> None:
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if not parent.keyed:
            parent.items.append(value)
        elif parent.awaits_value:
            parent.items.append(value)
            parent.awaits_value = False
        else:
            if not isinstance(value, Scalar):
                self.object_to(value.line, "項目名は文字で書いてください。", "A key must be a plain word.")
                value = Scalar(value.line, f"?{value.line}", blank=False)
            parent.keys.append(value)
            parent.awaits_value = True

    def _close(self) -> None:
        done = self._open.pop()
        if not done.keyed:
            self._place(Listing(done.line, tuple(done.items)))
            return
        members: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key, member in zip(done.keys, done.items, strict=True):
            if key.text in members:
                self.object_to(
                    key.line, f"項目 {key.text} が二度書かれています。", f"The key {key.text} is written twice."
                )
                continue
            members[key.text] = member
            lines[key.text] = key.line
        self._place(Table(done.line, members, lines))
