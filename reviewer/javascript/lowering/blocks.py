"""A brace where only a block can stand: the grammar may take a block with a label in it for an object."""

from __future__ import annotations

import re

from reviewer.javascript.lowering.parts import Reading
from reviewer.javascript.syntax import (
    BlockStatement,
    ClassExpression,
    Expression,
    ExpressionStatement,
    FunctionExpression,
    Identifier,
    LabeledStatement,
    ObjectExpression,
    Property,
    Statement,
)

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n\r\u2028\u2029]*", re.DOTALL)


def between(reading: Reading, start: int, end: int) -> str:
    """The text from `start` to `end` without comments and space: punctuators that the tree leaves out."""
    return _COMMENT.sub("", reading.text[start:end]).strip()


def as_block(reading: Reading, node: Expression) -> BlockStatement | None:
    """The block that `{label: x}` is at the start of a statement or after `=>` (ECMA-262, 14.5 and 15.3: no `{` there).

    None for an object that could be no block.
    """
    levels: list[tuple[ObjectExpression, Property, Identifier]] = []
    here: object = node
    while True:
        match here:
            case ObjectExpression(
                properties=(
                    Property(
                        kind="init", computed=False, method=False, shorthand=False, key=Identifier() as key
                    ) as only,
                )
            ) if not between(reading, only.end, here.end - 1):
                levels.append((here, only, key))
                here = only.value
                if between(reading, key.end, only.value.start) != ":":  # parentheses: an expression, whatever it is
                    break
            case _:
                break
    if not levels:
        return None
    value = levels[-1][1].value
    bare = between(reading, levels[-1][2].end, value.start) == ":"
    if not isinstance(value, Expression) or (
        bare and isinstance(value, ObjectExpression | FunctionExpression | ClassExpression)
    ):
        return None
    made: Statement = ExpressionStatement(value.start, value.end, value, None)
    for around, only, key in reversed(levels):
        made = BlockStatement(around.start, around.end, (LabeledStatement(only.start, only.end, key, made),))
    return made if isinstance(made, BlockStatement) else None
