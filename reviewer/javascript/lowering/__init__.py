"""The table of lowering: which builder turns which concrete node, by its name in tree-sitter-javascript, into ESTree.

`NAMED` nodes get their named children as parts, `WITH_TOKENS` nodes also keywords and punctuators, `LEAVES` none: they
read the text. `SKIPPED` nodes are parts of leaves. Whatever is in no table is unsupported, with a problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.lowering import chains, expressions, functions, jsx, literals, modules, recovery, statements
from reviewer.javascript.lowering.parts import Builder

COMMENTS = frozenset({"comment", "html_comment", "hash_bang_line"})

SKIPPED = frozenset({"string_fragment", "escape_sequence", "jsx_text", "html_character_reference"})

LEAVES: Mapping[str, Builder] = MappingProxyType(
    {
        "identifier": literals.identifier,
        "property_identifier": literals.identifier,
        "statement_identifier": literals.identifier,
        "undefined": literals.identifier,
        "private_property_identifier": literals.private_identifier,
        "shorthand_property_identifier": literals.shorthand,
        "shorthand_property_identifier_pattern": literals.shorthand,
        "string": literals.string,
        "number": literals.number,
        "regex": literals.regex,
        "this": literals.this,
        "super": literals.super_,
        "true": literals.true,
        "false": literals.false,
        "null": literals.null,
        "import": literals.keyword,
        "optional_chain": literals.keyword,
    }
)

NAMED: Mapping[str, Builder] = MappingProxyType(
    {
        "arguments": expressions.listing,
        "assignment_expression": expressions.assignment,
        "assignment_pattern": expressions.default,
        "await_expression": chains.await_,
        "call_expression": chains.call,
        "computed_property_name": expressions.computed,
        "formal_parameters": expressions.parameters,
        "member_expression": chains.member,
        "meta_property": expressions.meta,
        "new_expression": chains.new,
        "object": expressions.object_,
        "object_assignment_pattern": expressions.shorthand_default,
        "object_pattern": expressions.object_pattern,
        "pair": expressions.pair,
        "pair_pattern": expressions.pair_pattern,
        "parenthesized_expression": expressions.parenthesized,
        "rest_pattern": expressions.rest,
        "sequence_expression": expressions.sequence,
        "spread_element": expressions.spread,
        "subscript_expression": chains.subscript,
        "template_string": literals.template,
        "template_substitution": expressions.substitution,
        "ternary_expression": expressions.conditional,
        "class": functions.class_expression,
        "class_body": functions.class_body,
        "class_declaration": functions.class_declaration,
        "class_heritage": functions.heritage,
        "class_static_block": functions.static_block,
        "decorator": functions.decorator,
        "break_statement": statements.break_,
        "catch_clause": statements.catch,
        "continue_statement": statements.continue_,
        "debugger_statement": statements.debugger,
        "do_statement": statements.do,
        "else_clause": statements.only,
        "empty_statement": statements.empty,
        "expression_statement": statements.expression_statement,
        "finally_clause": statements.finally_,
        "if_statement": statements.if_,
        "labeled_statement": statements.labeled,
        "lexical_declaration": statements.declaration,
        "program": statements.program,
        "return_statement": statements.return_,
        "statement_block": statements.block,
        "switch_body": expressions.listing,
        "switch_case": statements.case,
        "switch_default": statements.default_case,
        "switch_statement": statements.switch,
        "throw_statement": statements.throw,
        "try_statement": statements.try_,
        "using_declaration": statements.using,
        "variable_declaration": statements.declaration,
        "variable_declarator": statements.declarator,
        "while_statement": statements.while_,
        "with_statement": statements.with_,
        "export_clause": expressions.listing,
        "import_attribute": modules.attributes,
        "import_clause": modules.import_clause,
        "named_imports": expressions.listing,
        "namespace_import": modules.namespace_import,
        "jsx_attribute": jsx.attribute,
        "jsx_closing_element": jsx.tag,
        "jsx_element": jsx.element,
        "jsx_expression": jsx.slot,
        "jsx_namespace_name": jsx.namespace_name,
        "jsx_opening_element": jsx.tag,
        "jsx_self_closing_element": jsx.closed,
    }
)

WITH_TOKENS: Mapping[str, Builder] = MappingProxyType(
    {
        "array": expressions.array,
        "array_pattern": expressions.array_pattern,
        "arrow_function": functions.arrow,
        "augmented_assignment_expression": expressions.augmented,
        "binary_expression": expressions.binary,
        "field_definition": functions.field,
        "for_in_statement": statements.for_each,
        "for_statement": statements.for_,
        "function_declaration": functions.declaration,
        "function_expression": functions.expression,
        "generator_function": functions.expression,
        "generator_function_declaration": functions.declaration,
        "method_definition": functions.method,
        "unary_expression": expressions.unary,
        "update_expression": expressions.update,
        "yield_expression": expressions.yield_,
        "export_specifier": modules.export_specifier,
        "export_statement": modules.export,
        "import_specifier": modules.import_specifier,
        "import_statement": modules.import_,
        "namespace_export": modules.namespace_export,
        "ERROR": recovery.unreadable,
    }
)

# Where `super` may stand, as the first part.
AFTER_SUPER: frozenset[Builder] = frozenset({chains.member, chains.subscript, chains.call})

STATEMENT_LISTS = frozenset({"program", "statement_block", "switch_case", "switch_default", "ERROR"})
