"""Lists of numbers in a script and the texts that it makes -> the lists that are such a text, letter by letter.

Each number is the code of a letter, or becomes it by adding the same number, or by the same exclusive or; the list may
run backwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reviewer.engines.script_text import ScriptText, WrittenNumbers


def numbered_texts(text: ScriptText, made: Collection[str], fewest: float) -> Iterator[tuple[WrittenNumbers, str]]:
    """Each list of at least so many numbers, with the text that is made of it."""
    long = [numbers for numbers in text.numbers if len(numbers.values) >= fewest]
    by_length: dict[int, list[str]] = {}
    for one in made if long else ():
        by_length.setdefault(len(one), []).append(one)
    for numbers in long:
        found = (one for one in by_length.get(len(numbers.values), ()) if _spells(numbers.values, one))
        meant = next(found, None)
        if meant is not None:
            yield numbers, meant


def _spells(values: Sequence[int], meant: str) -> bool:
    codes = [ord(char) for char in meant]
    return any(
        len({value ^ code for value, code in zip(values, way, strict=True)}) == 1
        or len({value - code for value, code in zip(values, way, strict=True)}) == 1
        for way in (codes, codes[::-1])
    )
