"""The abstract syntax tree of ECMAScript 2026 in ESTree's shapes, frozen.

Names are ESTree's (https://github.com/estree/estree), fields in snake_case; `async` is `is_async`. Every node has
`start` and `end`, half-open character offsets in its script's text. Nodes are compared by identity, so facts about
them live in side tables. JSX nodes follow the JSX extension of ESTree. TypeScript is lowered to these same nodes with
its types dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType

from reviewer.record import thing


@thing
class Node:
    """Any node; `start` and `end` are character offsets in the script's text."""

    start: int
    end: int


# Leaves ---------------------------------------------------------------------------------------------------------------


@thing
class Identifier(Node):
    """A name, with Unicode escapes decoded: expression, binding or property key, as its place says."""

    name: str


@thing
class PrivateIdentifier(Node):
    """`#name`, kept without the `#`."""

    name: str


@thing
class StringLiteral(Node):
    """A string; `value` with escapes decoded (lone surrogates stay as Python surrogates)."""

    value: str


@thing
class NumberLiteral(Node):
    """A number as IEEE double."""

    value: float


@thing
class BigIntLiteral(Node):
    """A bigint."""

    value: int


@thing
class BooleanLiteral(Node):
    """`true` or `false`."""

    value: bool


@thing
class NullLiteral(Node):
    """`null`."""


@thing
class RegExpLiteral(Node):
    """`/pattern/flags`."""

    pattern: str
    flags: str


@thing
class TemplateElement(Node):
    """A fixed part of a template; `cooked` is None where an escape is invalid (allowed in tagged templates only)."""

    cooked: str | None
    raw: str


# Expressions ----------------------------------------------------------------------------------------------------------


@thing
class ThisExpression(Node):
    """`this`."""


@thing
class Super(Node):
    """`super`, as callee or object only."""


@thing
class ArrayExpression(Node):
    """`[a, , ...b]`; None is a hole."""

    elements: tuple[Expression | SpreadElement | None, ...]


@thing
class ObjectExpression(Node):
    """`{...}`."""

    properties: tuple[Property | SpreadElement, ...]


@thing
class Property(Node):
    """A member of an object expression (`value` an expression) or of an object pattern (`value` a pattern).

    `kind` is init, get or set.
    """

    key: Expression | PrivateIdentifier
    value: Expression | Pattern
    kind: str
    computed: bool
    method: bool
    shorthand: bool


@thing
class SpreadElement(Node):
    """`...x` in an array, an object or arguments."""

    argument: Expression


@thing
class Function(Node):
    """What FunctionDeclaration, FunctionExpression and ArrowFunctionExpression share."""

    id: Identifier | None
    params: tuple[Pattern, ...]
    body: BlockStatement | Expression
    is_async: bool
    generator: bool


@thing
class FunctionDeclaration(Function):
    """`function f() {}` as a statement (without a name after `export default` only)."""


@thing
class FunctionExpression(Function):
    """`function () {}` as an expression, also the value of methods."""


@thing
class ArrowFunctionExpression(Function):
    """`() => x`; an expression body stands in `body` itself."""


@thing
class Class(Node):
    """What ClassDeclaration and ClassExpression share."""

    id: Identifier | None
    super_class: Expression | None
    body: ClassBody


@thing
class ClassDeclaration(Class):
    """`class A {}` as a statement."""


@thing
class ClassExpression(Class):
    """`class {}` as an expression."""


@thing
class ClassBody(Node):
    """`{...}` of a class."""

    body: tuple[MethodDefinition | PropertyDefinition | StaticBlock, ...]


@thing
class MethodDefinition(Node):
    """A method of a class; `kind` is constructor, method, get or set."""

    key: Expression | PrivateIdentifier
    value: FunctionExpression
    kind: str
    computed: bool
    static: bool


@thing
class PropertyDefinition(Node):
    """A field of a class."""

    key: Expression | PrivateIdentifier
    value: Expression | None
    computed: bool
    static: bool


@thing
class StaticBlock(Node):
    """`static {...}`."""

    body: tuple[Statement, ...]


@thing
class UnaryExpression(Node):
    """`-x`, `typeof x`, `delete x` ..."""

    operator: str
    argument: Expression


@thing
class UpdateExpression(Node):
    """`x++`, `--x`."""

    operator: str
    argument: Expression
    prefix: bool


@thing
class BinaryExpression(Node):
    """`a + b`, `a in b` ...; `left` is a PrivateIdentifier in `#p in o`. A long chain nests to the left."""

    operator: str
    left: Expression | PrivateIdentifier
    right: Expression


@thing
class LogicalExpression(Node):
    """`a && b`, `a || b`, `a ?? b`."""

    operator: str
    left: Expression
    right: Expression


@thing
class AssignmentExpression(Node):
    """`a = b`, `a += b`, `a ??= b` ..."""

    operator: str
    left: Pattern
    right: Expression


@thing
class ConditionalExpression(Node):
    """`a ? b : c`."""

    test: Expression
    consequent: Expression
    alternate: Expression


@thing
class CallExpression(Node):
    """`f(x)`, `f?.(x)`."""

    callee: Expression | Super
    arguments: tuple[Expression | SpreadElement, ...]
    optional: bool


@thing
class NewExpression(Node):
    """`new F(x)`."""

    callee: Expression
    arguments: tuple[Expression | SpreadElement, ...]


@thing
class MemberExpression(Node):
    """`a.b`, `a[b]`, `a?.b`, `a.#b`."""

    object: Expression | Super
    property: Expression | PrivateIdentifier
    computed: bool
    optional: bool


@thing
class ChainExpression(Node):
    """The whole of a chain that holds `?.`."""

    expression: Expression


@thing
class SequenceExpression(Node):
    """`a, b`."""

    expressions: tuple[Expression, ...]


@thing
class TemplateLiteral(Node):
    """Backtick string: one more quasi than expressions."""

    quasis: tuple[TemplateElement, ...]
    expressions: tuple[Expression, ...]


@thing
class TaggedTemplateExpression(Node):
    """A tag applied to a template."""

    tag: Expression
    quasi: TemplateLiteral


@thing
class YieldExpression(Node):
    """`yield x`, `yield* x`."""

    argument: Expression | None
    delegate: bool


@thing
class AwaitExpression(Node):
    """`await x`."""

    argument: Expression


@thing
class ImportExpression(Node):
    """`import(x)`."""

    source: Expression
    options: Expression | None


@thing
class MetaProperty(Node):
    """`new.target`, `import.meta`."""

    meta: str
    property: str


# Patterns -------------------------------------------------------------------------------------------------------------


@thing
class ObjectPattern(Node):
    """`{a, b: c, ...rest}` as a target."""

    properties: tuple[Property | RestElement, ...]


@thing
class ArrayPattern(Node):
    """`[a, , ...rest]` as a target."""

    elements: tuple[Pattern | None, ...]


@thing
class RestElement(Node):
    """`...x` in a pattern or parameter list."""

    argument: Pattern


@thing
class AssignmentPattern(Node):
    """`x = default` in a pattern or parameter list."""

    left: Pattern
    right: Expression


# Statements -----------------------------------------------------------------------------------------------------------


@thing
class ExpressionStatement(Node):
    """An expression as a statement; `directive` is the raw text of a directive such as `use strict`, else None."""

    expression: Expression
    directive: str | None


@thing
class BlockStatement(Node):
    """`{...}`, also every function body that is not an expression."""

    body: tuple[Statement, ...]


@thing
class EmptyStatement(Node):
    """`;`."""


@thing
class DebuggerStatement(Node):
    """`debugger;`."""


@thing
class WithStatement(Node):
    """`with (o) {}`."""

    object: Expression
    body: Statement


@thing
class ReturnStatement(Node):
    """`return x;`."""

    argument: Expression | None


@thing
class LabeledStatement(Node):
    """`label: ...`."""

    label: Identifier
    body: Statement


@thing
class BreakStatement(Node):
    """`break label;`."""

    label: Identifier | None


@thing
class ContinueStatement(Node):
    """`continue label;`."""

    label: Identifier | None


@thing
class IfStatement(Node):
    """`if`; an `else if` chain nests in `alternate`."""

    test: Expression
    consequent: Statement
    alternate: Statement | None


@thing
class SwitchStatement(Node):
    """`switch`."""

    discriminant: Expression
    cases: tuple[SwitchCase, ...]


@thing
class SwitchCase(Node):
    """`case x:`; `test` is None for `default:`."""

    test: Expression | None
    consequent: tuple[Statement, ...]


@thing
class ThrowStatement(Node):
    """`throw x;`."""

    argument: Expression


@thing
class TryStatement(Node):
    """`try`."""

    block: BlockStatement
    handler: CatchClause | None
    finalizer: BlockStatement | None


@thing
class CatchClause(Node):
    """`catch (e) {}`."""

    param: Pattern | None
    body: BlockStatement


@thing
class WhileStatement(Node):
    """`while`."""

    test: Expression
    body: Statement


@thing
class DoWhileStatement(Node):
    """`do ... while`."""

    body: Statement
    test: Expression


@thing
class ForStatement(Node):
    """`for (;;)`."""

    init: VariableDeclaration | Expression | None
    test: Expression | None
    update: Expression | None
    body: Statement


@thing
class ForInStatement(Node):
    """`for (x in o)`."""

    left: VariableDeclaration | Pattern
    right: Expression
    body: Statement


@thing
class ForOfStatement(Node):
    """`for (x of o)`, `for await`."""

    left: VariableDeclaration | Pattern
    right: Expression
    body: Statement
    is_await: bool


@thing
class VariableDeclaration(Node):
    """`var`, `let`, `const`, `using` or `await using`, as `kind` says."""

    kind: str
    declarations: tuple[VariableDeclarator, ...]


@thing
class VariableDeclarator(Node):
    """`x = init`."""

    id: Pattern
    init: Expression | None


# Modules --------------------------------------------------------------------------------------------------------------


@thing
class ImportDeclaration(Node):
    """`import ... from 'source'`."""

    specifiers: tuple[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier, ...]
    source: StringLiteral


@thing
class ImportSpecifier(Node):
    """`imported as local`."""

    imported: Identifier | StringLiteral
    local: Identifier


@thing
class ImportDefaultSpecifier(Node):
    """`import local from`."""

    local: Identifier


@thing
class ImportNamespaceSpecifier(Node):
    """`import * as local from`."""

    local: Identifier


@thing
class ExportNamedDeclaration(Node):
    """`export const x`, `export {a as b}`, `export {a} from`."""

    declaration: Statement | None
    specifiers: tuple[ExportSpecifier, ...]
    source: StringLiteral | None


@thing
class ExportSpecifier(Node):
    """`local as exported`."""

    local: Identifier | StringLiteral
    exported: Identifier | StringLiteral


@thing
class ExportDefaultDeclaration(Node):
    """`export default x`."""

    declaration: Statement | Expression


@thing
class ExportAllDeclaration(Node):
    """`export * from`, `export * as exported from`."""

    exported: Identifier | StringLiteral | None
    source: StringLiteral


# JSX ------------------------------------------------------------------------------------------------------------------


@thing
class JSXElement(Node):
    """`<A b={c}>...</A>`; a fragment `<>` has no `name`. Member names are MemberExpressions, `a:b` an Identifier."""

    name: Identifier | MemberExpression | None
    attributes: tuple[JSXAttribute | SpreadElement, ...]
    children: tuple[Expression | SpreadElement, ...]


@thing
class JSXAttribute(Node):
    """`name={value}`; None stands for `true`."""

    name: str
    value: Expression | None


@thing
class Unparsed(Node):
    """Text that the parser could not read, in place of a statement or expression; a problem of the Ast says why."""


@thing
class Program(Node):
    """The root."""

    body: tuple[Statement, ...]


Literal = StringLiteral | NumberLiteral | BigIntLiteral | BooleanLiteral | NullLiteral | RegExpLiteral
Expression = (
    Identifier
    | StringLiteral
    | NumberLiteral
    | BigIntLiteral
    | BooleanLiteral
    | NullLiteral
    | RegExpLiteral
    | ThisExpression
    | ArrayExpression
    | ObjectExpression
    | FunctionExpression
    | ArrowFunctionExpression
    | ClassExpression
    | UnaryExpression
    | UpdateExpression
    | BinaryExpression
    | LogicalExpression
    | AssignmentExpression
    | ConditionalExpression
    | CallExpression
    | NewExpression
    | MemberExpression
    | ChainExpression
    | SequenceExpression
    | TemplateLiteral
    | TaggedTemplateExpression
    | YieldExpression
    | AwaitExpression
    | ImportExpression
    | MetaProperty
    | JSXElement
    | Unparsed
)
Pattern = Identifier | MemberExpression | ObjectPattern | ArrayPattern | RestElement | AssignmentPattern | Unparsed
Statement = (
    ExpressionStatement
    | BlockStatement
    | EmptyStatement
    | DebuggerStatement
    | WithStatement
    | ReturnStatement
    | LabeledStatement
    | BreakStatement
    | ContinueStatement
    | IfStatement
    | SwitchStatement
    | ThrowStatement
    | TryStatement
    | WhileStatement
    | DoWhileStatement
    | ForStatement
    | ForInStatement
    | ForOfStatement
    | VariableDeclaration
    | FunctionDeclaration
    | ClassDeclaration
    | ImportDeclaration
    | ExportNamedDeclaration
    | ExportDefaultDeclaration
    | ExportAllDeclaration
    | Unparsed
)


def _node_classes() -> Iterator[type[Node]]:
    classes = [Node]
    for kind in classes:
        yield kind
        classes.extend(kind.__subclasses__())


_PLAIN = frozenset({"str", "str | None", "bool", "int", "float"})
CHILD_FIELDS: Mapping[type[Node], tuple[str, ...]] = MappingProxyType(
    {kind: tuple(f.name for f in fields(kind) if f.type not in _PLAIN) for kind in _node_classes()}
)
"""The names of each node class's fields that may hold nodes, in source order."""


def without_default(pattern: Node) -> Node:
    """What a pattern binds, whatever is put in place of `undefined`."""
    return pattern.left if isinstance(pattern, AssignmentPattern) else pattern
