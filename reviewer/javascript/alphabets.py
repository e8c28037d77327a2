"""The characters that a text can hold -> what that proves of it, by the names that `guards` explains."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.javascript import syntax as s
from reviewer.javascript.regular import ANY, DIGITS, LETTERS, OTHER, mask_of

_WORD = LETTERS | DIGITS | mask_of("-_")
_NUMERAL = DIGITS | mask_of(".,+- ")
_PLAIN = _WORD | OTHER | mask_of("#.%,")
_ARITHMETIC = ANY & ~(LETTERS | mask_of("_$\\'\"`[]{}#@"))
"""Letters other than ASCII's can only name what the code itself has called so, nothing of the browser's."""
ABSENT = (("<", "without_less"), ('"', "without_double"), ("'", "without_single"), ("\\", "without_backslash"))
"""Characters that would end a position, and the names of the proofs that they are not there."""


def by_characters(characters: int) -> Iterator[str]:
    """What holds of a text in which there are only these characters."""
    if not characters & ~_NUMERAL:
        yield "number"
    elif not characters & ~_WORD:
        yield "word"
    elif not characters & ~_PLAIN:
        yield "plain"
    if not characters & ~_ARITHMETIC:
        yield "arithmetic"
    if characters != ANY:
        yield from (name for char, name in ABSENT if not characters & mask_of(char))


def text_of_characters(node: s.Node) -> s.Node:
    """The text that a list of characters was made of: `[...text]`, `text.split('')`, `Array.from(text)`, itself."""
    match node:
        case s.ArrayExpression(elements=(s.SpreadElement(argument=inner),)):
            return inner
        case s.CallExpression(
            callee=s.MemberExpression(object=inner, property=s.Identifier(name="split")),
            arguments=(s.StringLiteral(value=""),),
        ):
            return inner
        case s.CallExpression(
            callee=s.MemberExpression(object=s.Identifier(name="Array"), property=s.Identifier(name="from")),
            arguments=(inner,),
        ):
            return inner
        case _:
            return node
