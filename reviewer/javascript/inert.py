"""Code in a text that changes nothing: it is not worth looking at the page once more with it."""

from __future__ import annotations

from reviewer.javascript import syntax as s
from reviewer.javascript.ast import Ast
from reviewer.javascript.walking import walk

_INERT = (
    *(s.Program, s.ReturnStatement, s.ExpressionStatement, s.EmptyStatement, s.BlockStatement, s.SequenceExpression),
    *(s.ThisExpression, s.Identifier, s.Literal, s.FunctionExpression, s.ArrowFunctionExpression, s.LabeledStatement),
)


def does_nothing(ast: Ast) -> bool:
    """Whether code changes nothing and calls nothing but its own functions, like the `return this` of many bundles.

    What the parser could not read is in no tree, so that another round would not find more in it.
    """
    return all(
        isinstance(node, _INERT) or (isinstance(node, s.CallExpression) and isinstance(node.callee, s.Function))
        for node in walk(ast.root)
    )
