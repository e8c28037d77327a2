"""The abstract syntax tree of ECMAScript 2026 in ESTree's shapes, frozen.

Names are ESTree's (https://github.com/estree/estree), fields in snake_case; `async` is `is_async`. Every node has
`start` and `end`, half-open character offsets in its script's text. Nodes are compared by identity, so facts about
them live in side tables. JSX nodes follow the JSX extension of ESTree. TypeScript is lowered to these same nodes with
its types dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Any node; `start` and `end` are character offsets in the script's text."""

    start: int
    end: int


# Leaves ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Identifier(Node):
    """A name, with Unicode escapes decoded: expression, binding or property key, as its place says."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class PrivateIdentifier(Node):
    """`#name`, kept without the `#`."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class StringLiteral(Node):
    """A string; `value` with escapes decoded (lone surrogates stay as Python surrogates)."""

    value: str


@dataclass(frozen=True, slots=True, eq=False)
class NumberLiteral(Node):
    """A number as IEEE double."""

    value: float


@dataclass(frozen=True, slots=True, eq=False)
class BigIntLiteral(Node):
    """A bigint."""

    value: int


@dataclass(frozen=True, slots=True, eq=False)
class BooleanLiteral(Node):
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True, eq=False)
class NullLiteral(Node):
    """`null`."""


@dataclass(frozen=True, slots=True, eq=False)
class RegExpLiteral(Node):
    """`/pattern/flags`."""

    pattern: str
    flags: str


@dataclass(frozen=True, slots=True, eq=False)
class TemplateElement(Node):
    """A fixed part of a template; `cooked` is None where an escape is invalid (allowed in tagged templates only)."""

    cooked: str | None
    raw: str


# Expressions ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class ThisExpression(Node):
    """`this`."""


@dataclass(frozen=True, slots=True, eq=False)
class Super(Node):
    """`super`, as callee or object only."""


@dataclass(frozen=True, slots=True, eq=False)
class ArrayExpression(Node):
    """`[a, , ...b]`; None is a hole."""

    elements: tuple[Expression | SpreadElement | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ObjectExpression(Node):
    """`{...}`."""

    properties: tuple[Property | SpreadElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True, eq=False)
class SpreadElement(Node):
    """`...x` in an array, an object or arguments."""

    argument: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Function(Node):
    """What FunctionDeclaration, FunctionExpression and ArrowFunctionExpression share."""

    id: Identifier | None
    params: tuple[Pattern, ...]
    body: BlockStatement | Expression
    is_async: bool
    generator: bool


@dataclass(frozen=True, slots=True, eq=False)
class FunctionDeclaration(Function):
    """`function f() {}` as a statement (without a name after `export default` only)."""


@dataclass(frozen=True, slots=True, eq=False)
class FunctionExpression(Function):
    """`function () {}` as an expression, also the value of methods."""


@dataclass(frozen=True, slots=True, eq=False)
class ArrowFunctionExpression(Function):
    """`() => x`; an expression body stands in `body` itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Class(Node):
    """What ClassDeclaration and ClassExpression share."""

    id: Identifier | None
    super_class: Expression | None
    body: ClassBody


@dataclass(frozen=True, slots=True, eq=False)
class ClassDeclaration(Class):
    """`class A {}` as a statement."""


@dataclass(frozen=True, slots=True, eq=False)
class ClassExpression(Class):
    """`class {}` as an expression."""


@dataclass(frozen=True, slots=True, eq=False)
class ClassBody(Node):
    """`{...}` of a class."""

    body: tuple[MethodDefinition | PropertyDefinition | StaticBlock, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MethodDefinition(Node):
    """A method of a class; `kind` is constructor, method, get or set."""

    key: Expression | PrivateIdentifier
    value: FunctionExpression
    kind: str
    computed: bool
    static: bool


@dataclass(frozen=True, slots=True, eq=False)
class PropertyDefinition(Node):
    """A field of a class."""

    key: Expression | PrivateIdentifier
    value: Expression | None
    computed: bool
    static: bool


@dataclass(frozen=True, slots=True, eq=False)
class StaticBlock(Node):
    """`static {...}`."""

    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class UnaryExpression(Node):
    """`-x`, `typeof x`, `delete x` ..."""

    operator: str
    argument: Expression


@dataclass(frozen=True, slots=True, eq=False)
class UpdateExpression(Node):
    """`x++`, `--x`."""

    operator: str
    argument: Expression
    prefix: bool


@dataclass(frozen=True, slots=True, eq=False)
class BinaryExpression(Node):
    """`a + b`, `a in b` ...; `left` is a PrivateIdentifier in `#p in o`. A long chain nests to the left."""

    operator: str
    left: Expression | PrivateIdentifier
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class LogicalExpression(Node):
    """`a && b`, `a || b`, `a ?? b`."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class AssignmentExpression(Node):
    """`a = b`, `a += b`, `a ??= b` ..."""

    operator: str
    left: Pattern
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ConditionalExpression(Node):
    """`a ? b : c`."""

    test: Expression
    consequent: Expression
    alternate: Expression


@dataclass(frozen=True, slots=True, eq=False)
class CallExpression(Node):
    """`f(x)`, `f?.(x)`."""

    callee: Expression | Super
    arguments: tuple[Expression | SpreadElement, ...]
    optional: bool


@dataclass(frozen=True, slots=True, eq=False)
class NewExpression(Node):
    """`new F(x)`."""

    callee: Expression
    arguments: tuple[Expression | SpreadElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MemberExpression(Node):
    """`a.b`, `a[b]`, `a?.b`, `a.#b`."""

    object: Expression | Super
    property: Expression | PrivateIdentifier
    computed: bool
    optional: bool


@dataclass(frozen=True, slots=True, eq=False)
class ChainExpression(Node):
    """The whole of a chain that holds `?.`."""

    expression: Expression


@dataclass(frozen=True, slots=True, eq=False)
class SequenceExpression(Node):
    """`a, b`."""

    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TemplateLiteral(Node):
    """Backtick string: one more quasi than expressions."""

    quasis: tuple[TemplateElement, ...]
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TaggedTemplateExpression(Node):
    """A tag applied to a template."""

    tag: Expression
    quasi: TemplateLiteral


@dataclass(frozen=True, slots=True, eq=False)
class YieldExpression(Node):
    """`yield x`, `yield* x`."""

    argument: Expression | None
    delegate: bool


@dataclass(frozen=True, slots=True, eq=False)
class AwaitExpression(Node):
    """`await x`."""

    argument: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ImportExpression(Node):
    """`import(x)`."""

    source: Expression
    options: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class MetaProperty(Node):
    """`new.target`, `import.meta`."""

    meta: str
    property: str


# Patterns -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class ObjectPattern(Node):
    """`{a, b: c, ...rest}` as a target."""

    properties: tuple[Property | RestElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ArrayPattern(Node):
    """`[a, , ...rest]` as a target."""

    elements: tuple[Pattern | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RestElement(Node):
    """`...x` in a pattern or parameter list."""

    argument: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class AssignmentPattern(Node):
    """`x = default` in a pattern or parameter list."""

    left: Pattern
    right: Expression


# Statements -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class ExpressionStatement(Node):
    """An expression as a statement; `directive` is the raw text of a directive such as `use strict`, else None."""

    expression: Expression
    directive: str | None


@dataclass(frozen=True, slots=True, eq=False)
class BlockStatement(Node):
    """`{...}`, also every function body that is not an expression."""

    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class EmptyStatement(Node):
    """`;`."""


@dataclass(frozen=True, slots=True, eq=False)
class DebuggerStatement(Node):
    """`debugger;`."""


@dataclass(frozen=True, slots=True, eq=False)
class WithStatement(Node):
    """`with (o) {}`."""

    object: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class ReturnStatement(Node):
    """`return x;`."""

    argument: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class LabeledStatement(Node):
    """`label: ...`."""

    label: Identifier
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class BreakStatement(Node):
    """`break label;`."""

    label: Identifier | None


@dataclass(frozen=True, slots=True, eq=False)
class ContinueStatement(Node):
    """`continue label;`."""

    label: Identifier | None


@dataclass(frozen=True, slots=True, eq=False)
class IfStatement(Node):
    """`if`; an `else if` chain nests in `alternate`."""

    test: Expression
    consequent: Statement
    alternate: Statement | None


@dataclass(frozen=True, slots=True, eq=False)
class SwitchStatement(Node):
    """`switch`."""

    discriminant: Expression
    cases: tuple[SwitchCase, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SwitchCase(Node):
    """`case x:`; `test` is None for `default:`."""

    test: Expression | None
    consequent: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ThrowStatement(Node):
    """`throw x;`."""

    argument: Expression


@dataclass(frozen=True, slots=True, eq=False)
class TryStatement(Node):
    """`try`."""

    block: BlockStatement
    handler: CatchClause | None
    finalizer: BlockStatement | None


@dataclass(frozen=True, slots=True, eq=False)
class CatchClause(Node):
    """`catch (e) {}`."""

    param: Pattern | None
    body: BlockStatement


@dataclass(frozen=True, slots=True, eq=False)
class WhileStatement(Node):
    """`while`."""

    test: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class DoWhileStatement(Node):
    """`do ... while`."""

    body: Statement
    test: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ForStatement(Node):
    """`for (;;)`."""

    init: VariableDeclaration | Expression | None
    test: Expression | None
    update: Expression | None
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class ForInStatement(Node):
    """`for (x in o)`."""

    left: VariableDeclaration | Pattern
    right: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class ForOfStatement(Node):
    """`for (x of o)`, `for await`."""

    left: VariableDeclaration | Pattern
    right: Expression
    body: Statement
    is_await: bool


@dataclass(frozen=True, slots=True, eq=False)
class VariableDeclaration(Node):
    """`var`, `let`, `const`, `using` or `await using`, as `kind` says."""

    kind: str
    declarations: tuple[VariableDeclarator, ...]


@dataclass(frozen=True, slots=True, eq=False)
class VariableDeclarator(Node):
    """`x = init`."""

    id: Pattern
    init: Expression | None


# Modules --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class ImportDeclaration(Node):
    """`import ... from 'source'`."""

    specifiers: tuple[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier, ...]
    source: StringLiteral


@dataclass(frozen=True, slots=True, eq=False)
class ImportSpecifier(Node):
    """`imported as local`."""

    imported: Identifier | StringLiteral
    local: Identifier


@dataclass(frozen=True, slots=True, eq=False)
class ImportDefaultSpecifier(Node):
    """`import local from`."""

    local: Identifier


@dataclass(frozen=True, slots=True, eq=False)
class ImportNamespaceSpecifier(Node):
    """`import * as local from`."""

    local: Identifier


@dataclass(frozen=True, slots=True, eq=False)
class ExportNamedDeclaration(Node):
    """`export const x`, `export {a as b}`, `export {a} from`."""

    declaration: Statement | None
    specifiers: tuple[ExportSpecifier, ...]
    source: StringLiteral | None


@dataclass(frozen=True, slots=True, eq=False)
class ExportSpecifier(Node):
    """`local as exported`."""

    local: Identifier | StringLiteral
    exported: Identifier | StringLiteral


@dataclass(frozen=True, slots=True, eq=False)
class ExportDefaultDeclaration(Node):
    """`export default x`."""

    declaration: Statement | Expression


@dataclass(frozen=True, slots=True, eq=False)
class ExportAllDeclaration(Node):
    """`export * from`, `export * as exported from`."""

    exported: Identifier | StringLiteral | None
    source: StringLiteral


# JSX ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class JSXElement(Node):
    """`<A b={c}>...</A>`; a fragment `<>` has no `name`. Member names are MemberExpressions, `a:b` an Identifier."""

    name: Identifier | MemberExpression | None
    attributes: tuple[JSXAttribute | SpreadElement, ...]
    children: tuple[Expression | SpreadElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class JSXAttribute(Node):
    """`name={value}`; None stands for `true`."""

    name: str
    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class Unparsed(Node):
    """Text that the parser could not read, in place of a statement or expression; a problem of the Ast says why."""


@dataclass(frozen=True, slots=True, eq=False)
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
