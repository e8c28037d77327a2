"""A brace where only a block can stand: the grammar may take a block with a label in it for an object."""

from __future__ import annotations

from reviewer.javascript.lowering.parts import Reading
from reviewer.javascript.syntax import (
    BlockStatement,
    ClassExpression,
    Expression,
    ExpressionStatement,
    FunctionExpression,
    Identifier,
    LabeledStatement,
    Node,
    ObjectExpression,
    Property,
    Statement,
)

_NO_STATEMENT = (ObjectExpression, FunctionExpression, ClassExpression)


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
            ) if reading.skip(only.end) == here.end - 1:  # no comma
                levels.append((here, only, key))
                if not _is_bare(reading, key, only.value):
                    break
                here = only.value
            case _:
                break
    if not levels:
        return None
    value = levels[-1][1].value
    if not isinstance(value, Expression):
        return None
    if isinstance(value, _NO_STATEMENT) and _is_bare(reading, levels[-1][2], value):
        return None
    made: Statement = ExpressionStatement(value.start, value.end, value, None)
    for around, only, key in reversed(levels):
        made = BlockStatement(around.start, around.end, (LabeledStatement(only.start, only.end, key, made),))
    return made if isinstance(made, BlockStatement) else None


def _is_bare(reading: Reading, key: Identifier, value: Node) -> bool:
    """Whether a property's value stands without parentheses, in which it would be an expression, whatever it is."""
    colon = reading.skip(key.end)
    return reading.skip(colon + 1) == value.start
