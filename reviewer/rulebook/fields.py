"""A YAML mapping read key by key into typed values; every mistake is noted and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from reviewer.rulebook.document import Listing, Scalar, Table, Value
from reviewer.rulebook.pattern import complaint
from reviewer.rulebook.problem import Problem
from reviewer.text import Text

E = TypeVar("E", bound=StrEnum)
_UNREAD = Text(ja="?", en="?")
# YAML joins the lines of a sentence by a space, and Japanese has none between words (U+3000-30FF: kana and marks).
_FOLD = re.compile(
    "(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])|(?<=[、。]) "
)


class Fields:
    """The keys of one mapping.

    Where something is wrong, a problem goes to `problems` and a placeholder of the right type comes back, so that all
    mistakes of an entry are found in one go; whoever reads must look at `problems` before using what was read. Optional
    keys give None or an empty tuple where they are absent. `close` objects to keys that nobody asked for.
    """

    __slots__ = ("_asked", "_problems", "_table", "file")

    def __init__(self, file: str, table: Table, problems: list[Problem]) -> None:
        self.file = file
        self._table = table
        self._problems = problems
        self._asked: set[str] = set()

    @property
    def line(self) -> int:
        """Where the mapping begins."""
        return self._table.line

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the order written."""
        return tuple(self._table.members)

    def line_of(self, key: str) -> int:
        """Where a key stands, or the mapping itself where it does not."""
        return self._table.lines.get(key, self._table.line)

    def object_to(self, key: str, ja: str, en: str) -> None:
        """Note something wrong about a key."""
        self._problems.append(Problem(self.file, self.line_of(key), ja, en))

    def word(self, key: str) -> str:
        """The text of a key that must be there."""
        value = self.optional_word(key)
        if value is None:
            if key not in self._table.members:
                self.object_to(key, f"{key} がありません。", f"{key} is missing.")
            return "?"
        return value

    def optional_word(self, key: str) -> str | None:
        """The text of a key that may be absent."""
        value = self._take(key)
        if value is None:
            return None
        return self._scalar(key, value)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where absent."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, Listing):
            self.object_to(
                key, f"{key} は [a, b] のような一覧で書いてください。", f"{key} must be a list such as [a, b]."
            )
            return ()
        read = (self._scalar(key, item) for item in value.items)
        return tuple(word for word in read if word is not None)

    def any_words(self, key: str) -> tuple[str, ...]:
        """One text, or a list of texts, under a key whose form is not ours to check; anything else is passed over."""
        self._asked.add(key)
        value = self._table.members.get(key)
        items = value.items if isinstance(value, Listing) else (value,)
        return tuple(item.text for item in items if isinstance(item, Scalar) and not item.blank)

    def whole_numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; empty where absent."""
        found: list[int] = []
        for word in self.words(key):
            if word.isdecimal():
                found.append(int(word))
            else:
                self.object_to(key, f"{key} の {word} は整数ではありません。", f"{word} in {key} is no whole number.")
        return tuple(found)

    def number(self, key: str, absent: float) -> float:
        """A number, or `absent` where the key is not there."""
        word = self.optional_word(key)
        if word is None:
            return absent
        try:
            return float(word)
        except ValueError:
            self.object_to(key, f"{key} の {word} は数ではありません。", f"{word} in {key} is no number.")
            return absent

    def truth(self, key: str) -> bool | None:
        """true, false or absent."""
        word = self.optional_word(key)
        if word not in (None, "true", "false"):
            self.object_to(key, f"{key} は true か false です。", f"{key} is either true or false.")
        return None if word is None else word == "true"

    def pattern(self, key: str) -> str | None:
        """A regular expression that compiles and stays fast, or None where absent."""
        word = self.optional_word(key)
        return None if word is None else self._checked(key, word)

    def patterns(self, key: str) -> tuple[str, ...]:
        """A list of regular expressions; empty where absent."""
        return tuple(self._checked(key, word) for word in self.words(key))

    def text(self, key: str) -> Text:
        """Words in both languages."""
        inner = self.inner(key)
        return _UNREAD if inner is None else read_text(inner)

    def choice(self, key: str, kind: type[E]) -> E:
        """One of a closed set of words."""
        word = self.word(key)
        if word in set(kind):
            return kind(word)
        if word != "?":
            self.refuse_word(key, word, tuple(kind))
        return next(iter(kind))

    def choices(self, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """A list of words each of which is allowed; empty where absent."""
        words = self.words(key)
        known = tuple(allowed)
        for word in words:
            if word not in known:
                self.refuse_word(key, word, known)
        return words

    def refuse_word(self, key: str, word: str, known: Iterable[str]) -> None:
        """Note that a word is not one of the known ones, with those that come nearest."""
        near = _nearest(word, known)
        self.object_to(
            key, f"{key} の {word} は知られていません。{near}", f"{word} in {key} is not known. {near}".rstrip()
        )

    def inner(self, key: str) -> Fields | None:
        """The mapping under a key that must be there; None (and a problem) where it is not."""
        value = self._take(key)
        if isinstance(value, Table):
            return Fields(self.file, value, self._problems)
        if key not in self._table.members:
            self.object_to(key, f"{key} がありません。", f"{key} is missing.")
        elif value is not None:
            self.object_to(
                key, f"{key} には「項目: 値」の形で書いてください。", f"{key} must be a mapping of key: value."
            )
        return None

    def optional_inner(self, key: str) -> Fields | None:
        """The mapping under a key, or None where absent."""
        return self.inner(key) if key in self._table.members else None

    def each(self, key: str) -> tuple[Fields, ...]:
        """A list of mappings; empty where absent."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, Listing):
            self.object_to(key, f"{key} は「- 」で始まる一覧で書いてください。", f"{key} must be a list.")
            return ()
        return tables(self.file, value, self._problems)

    def entries(self, key: str) -> tuple[Fields, ...]:
        """A list of mappings that must be there, if only as []; nobody forgot it then."""
        if key not in self._table.members:
            self.object_to(key, f"{key} がありません。なければ [] と書いてください。", f"{key} is missing. Write [].")
        return self.each(key)

    def close(self) -> None:
        """Object to every key that was not asked for."""
        for key in self._table.members:
            if key not in self._asked:
                near = _nearest(key, self._asked)
                self.object_to(
                    key, f"項目 {key} は使えません。{near}", f"The key {key} is not known here. {near}".rstrip()
                )

    def _take(self, key: str) -> Value | None:
        self._asked.add(key)
        value = self._table.members.get(key)
        if isinstance(value, Scalar) and value.blank:
            self.object_to(key, f"{key} の値が空です。", f"{key} has no value.")
            return None
        return value

    def _scalar(self, key: str, value: Value) -> str | None:
        if isinstance(value, Scalar) and not value.blank:
            return value.text
        self._problems.append(
            Problem(self.file, value.line, f"{key} には文字を書いてください。", f"{key} must hold plain text.")
        )
        return None

    def _checked(self, key: str, word: str) -> str:
        wrong = complaint(word)
        if wrong is not None:
            self.object_to(
                key, f"{key} の正規表現 {word} は使えません({wrong})。", f"The expression {word} in {key} {wrong}."
            )
        return word


def tables(file: str, value: Value | None, problems: list[Problem]) -> tuple[Fields, ...]:
    """The mappings of a list; anything else in it, or something that is no list, is a problem."""
    if value is None:
        return ()
    if not isinstance(value, Listing):
        problems.append(
            Problem(file, value.line, "「- 」で始まる一覧で書いてください。", "This file must be a list of entries.")
        )
        return ()
    found: list[Fields] = []
    for item in value.items:
        if isinstance(item, Table):
            found.append(Fields(file, item, problems))
        else:
            problems.append(
                Problem(
                    file, item.line, "「項目: 値」の形で書いてください。", "Each entry must be a mapping of key: value."
                )
            )
    return tuple(found)


def read_text(fields: Fields) -> Text:
    """The mapping itself as words in both languages; it may hold `ja` and `en` only."""
    text = _words_of(fields)
    fields.close()
    return text


def _words_of(fields: Fields) -> Text:
    ja, en = _FOLD.sub("", fields.word("ja").strip()), fields.word("en").strip()
    if not ja or not en:
        fields.object_to("ja" if not ja else "en", "両方の言語で書いてください。", "Write it in both languages.")
        return _UNREAD
    return Text(ja=ja, en=en)


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed where something is wrong

    near = get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"({' / '.join(near)} ?)" if near else ""
