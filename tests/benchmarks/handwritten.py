"""corpus/ -> about 2 MB of hand-written customizations in 200 files, no two alike; the same bytes on every machine.

The passages are the scripts of corpus/submissions and corpus/clean, and, for one passage in five, the samples of rules
in corpus/rules. Left out is what nobody wrote by hand or no browser runs: samples of hidden code, lines over 200
characters, modules, submissions whose expected verdict is "incomplete", bytes that are not UTF-8. Marks of the corpus
(`// expect: ...`) are removed.

Each file is as many passages, drawn with a seeded random, as fit into its size; each passage has its own copy of them:
variables and functions that it declares, and its field codes, get other names, the same ones throughout the passage. A
passage that is not a function called at once already is put inside one, so that passages do not see each other. Sizes
follow `_SIZES`: half of the files are under 3 kB, a quarter between 14 and 45.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

FILES = 200

_SEED = "kintone-reviewer"
_SIZES = ((0.0, 500), (0.5, 3_000), (0.75, 14_000), (0.9, 30_000), (1.0, 45_000))
"""(share of the files, bytes): that share is no larger. The area below is 10 kB a file, hence 2 MB."""
_SHARE_OF_RULE_SAMPLES = 0.2
_ROOM = 1.1
_LONGEST_LINE = 200

_MARK = re.compile(r"[ \t]*//\s*(?:expect|source|missing|spurious):.*$", re.MULTILINE)
_MODULE = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_CALLED_AT_ONCE = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*[(!](?:async\s*)?(?:function\b|\()", re.DOTALL)
_RULE = re.compile(r"^- id: ([\w-]+)", re.MULTILINE)
_INCOMPLETE = re.compile(r"^verdict: incomplete$", re.MULTILINE)

_JAPANESE = "぀-ヿ㐀-䶿一-鿿々ー"
_FIELD = re.compile(rf"\.([{_JAPANESE}]+)|\[(['\"])([{_JAPANESE}]+)\2\]")
_FIELD_PREFIXES = ("申請", "受付", "確認", "前回", "今回", "予定", "担当", "登録", "変更", "利用", "管理", "その他")
_DECLARED = re.compile(r"\b(?:const|let|var|function)\s+([A-Za-z_]\w{2,})")
_NAME_SUFFIXES = ("Now", "Part", "Item", "Main", "Data", "Next", "Old", "Own", "Base", "View", "Last", "Sub")
# Texts and comments are passed over whole, a template is not: names in it are read as code.
_WORD = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|[A-Za-z_$][\w$]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passages:
    """What files are put together from."""

    submitted: Sequence[str]
    samples: Sequence[str]

    @classmethod
    def of(cls, checkout: Path) -> Passages:
        """The usable scripts of a checkout's corpus, in the order of their paths."""
        corpus = checkout / "corpus"
        return cls(tuple(_submitted(corpus)), tuple(_samples(corpus, checkout / "rules" / "hidden-code.yaml")))


def write(folder: Path, checkout: Path) -> None:
    """Write the files into an empty folder."""
    passages = Passages.of(checkout)
    chance = random.Random(_SEED)  # noqa: S311 (the same files every time are what is wanted)
    for number in range(FILES):
        text = f"// {number + 1:03}\n" + drawn(passages, size_at(_SIZES, (number + 0.5) / FILES), chance)
        (folder / f"customize-{number + 1:03}.js").write_text(text, encoding="utf-8", newline="\n")


def drawn(passages: Passages, size: float, chance: random.Random) -> str:
    """One script of about that many bytes."""
    return "\n".join(_chosen(passages, size, chance))


def size_at(sizes: Sequence[tuple[float, float]], share: float) -> float:
    """How many bytes the file at that share of the order of sizes is to have."""
    for (low, least), (high, most) in pairwise(sizes):
        if share <= high:
            return least + (most - least) * (share - low) / (high - low)
    return sizes[-1][1]


def _submitted(corpus: Path) -> Iterator[str]:
    for group in ("submissions", "clean"):
        for case in sorted((corpus / group).glob("*")):
            expected = case / "expected.yaml"
            if expected.is_file() and _INCOMPLETE.search(expected.read_text(encoding="utf-8")):
                continue
            yield from _usable(sorted(case.rglob("*.js")))


def _samples(corpus: Path, hidden_code: Path) -> Iterator[str]:
    hidden = set(_RULE.findall(hidden_code.read_text(encoding="utf-8")))
    paths = sorted((corpus / "rules").glob("*.js"))
    return _usable([path for path in paths if path.name.partition(".")[0] not in hidden])


def _usable(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        lines = text.splitlines()
        if text.strip() and max(map(len, lines)) <= _LONGEST_LINE and not _MODULE.search(text):
            yield _apart(_MARK.sub("", text).strip() + "\n")


def _apart(text: str) -> str:
    """The passage inside a function, unless it is one already; a directive at its start stays one."""
    return text if _CALLED_AT_ONCE.match(text) else f"(function () {{\n{text}}})();\n"


def _chosen(passages: Passages, size: float, chance: random.Random) -> Iterator[str]:
    """Passages until the size is reached, or no passage fits into what is left."""
    left = size
    while left > 0:
        groups = [[text for text in group if _bytes(text) <= left * _ROOM] for group in _either(passages, chance)]
        fitting = next(filter(None, groups), None)
        if fitting is None:
            return
        text = _renamed(chance.choice(fitting), chance)
        left -= _bytes(text)
        yield text


def _either(passages: Passages, chance: random.Random) -> Sequence[Sequence[str]]:
    """The group to draw from, and the one to draw from where nothing of it fits."""
    groups = (passages.samples, passages.submitted)
    return groups if chance.random() < _SHARE_OF_RULE_SAMPLES else groups[::-1]


@lru_cache(maxsize=4096)
def _bytes(text: str) -> int:
    return len(text.encode())


def _renamed(text: str, chance: random.Random) -> str:
    """The passage with other names for what it declares and for its field codes."""
    names = {name: name + chance.choice(_NAME_SUFFIXES) for name in sorted(_own_names(text))}
    text = _WORD.sub(lambda match: names.get(match.group(), match.group()), text)
    fields = {dotted or quoted for dotted, _, quoted in _FIELD.findall(text)}
    return _with_fields(text, {field: chance.choice(_FIELD_PREFIXES) + field for field in sorted(fields)})


def _own_names(text: str) -> set[str]:
    """Declared names that stand nowhere as a property, where they would be somebody else's."""
    declared = set(_DECLARED.findall(text))
    return {name for name in declared if not re.search(rf"\.\s*{name}\b|[{{,]\s*{name}\s*[,:}}]|\b{name}\s*:", text)}


def _with_fields(text: str, fields: Mapping[str, str]) -> str:
    """Field codes replaced wherever they stand alone: as properties, in queries, in lists of fields."""
    if not fields:
        return text
    any_of = "|".join(sorted(map(re.escape, fields), key=len, reverse=True))
    return re.sub(rf"(?<![{_JAPANESE}\w])(?:{any_of})(?![{_JAPANESE}\w])", lambda match: fields[match.group()], text)
