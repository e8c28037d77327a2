"""The table of lowering for tree-sitter-typescript: what TypeScript adds to JavaScript's, or reads in another way.

Every name is here that JavaScript's own table does not hold; what is in neither is unsupported, with a problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.lowering import (
    enums,
    erased,
    exchanges,
    expressions,
    literals,
    members,
    namespaces,
    resources,
)
from reviewer.javascript.lowering.parts import Builder

LEAVES: Mapping[str, Builder] = MappingProxyType(
    {
        "type_identifier": literals.identifier,
        "accessibility_modifier": literals.keyword,
        "override_modifier": literals.keyword,
    }
)

_TYPES = (
    *("adding_type_annotation", "array_type", "asserts", "asserts_annotation", "call_signature", "conditional_type"),
    *("constraint", "construct_signature", "constructor_type", "default_type", "existential_type"),
    *(
        "extends_type_clause",
        "flow_maybe_type",
        "function_type",
        "generic_type",
        "implements_clause",
        "index_signature",
    ),
    *("index_type_query", "infer_type", "interface_body", "intersection_type", "literal_type", "lookup_type"),
    *("mapped_type_clause", "nested_type_identifier", "object_type", "omitting_type_annotation"),
    *("opting_type_annotation", "optional_type", "parenthesized_type", "predefined_type", "property_signature"),
    *("readonly_type", "rest_type", "template_literal_type", "template_type", "this_type", "tuple_type"),
    *("type_annotation", "type_arguments", "type_parameter", "type_parameters", "type_predicate"),
    *("type_predicate_annotation", "type_query", "union_type"),
    *("abstract_method_signature", "function_signature", "method_signature"),  # of a function that stands elsewhere
)

NAMED: Mapping[str, Builder] = MappingProxyType(
    {
        **dict.fromkeys(_TYPES, erased.nothing),
        "as_expression": erased.cast,
        "instantiation_expression": erased.bare,
        "non_null_expression": erased.non_null,
        "satisfies_expression": erased.cast,
        "type_assertion": erased.bare,
        "interface_declaration": erased.type_statement,
        "type_alias_declaration": erased.type_statement,
        "ambient_declaration": erased.ambient,
        "enum_assignment": expressions.pair,
        "enum_body": expressions.listing,
        "enum_declaration": enums.enum,
        "import_alias": namespaces.alias,
        "internal_module": namespaces.namespace,
        "module": namespaces.namespace,
        "nested_identifier": namespaces.qualified,
        "abstract_class_declaration": members.class_declaration,
        "class": members.class_expression,
        "class_body": members.class_body,
        "class_declaration": members.class_declaration,
        "class_heritage": members.heritage,
        "decorator": members.decorator,
        "extends_clause": members.extends,
        "formal_parameters": members.parameters,
        "expression_statement": exchanges.expression_statement,
        "lexical_declaration": resources.declaration,
    }
)

WITH_TOKENS: Mapping[str, Builder] = MappingProxyType(
    {
        "assignment_expression": resources.assignment,
        "call_expression": erased.call,
        "for_in_statement": resources.for_each,
        "method_definition": members.method,
        "optional_parameter": members.parameter,
        "public_field_definition": members.field,
        "required_parameter": members.parameter,
        "export_specifier": exchanges.export_specifier,
        "export_statement": exchanges.export,
        "import_require_clause": exchanges.required,
        "import_specifier": exchanges.specifier,
        "import_statement": exchanges.import_,
    }
)

AFTER_SUPER: frozenset[Builder] = frozenset({erased.call})

# What takes from its parts the statements that wait for a list, since a namespace is such a part.
COLLECTING = frozenset({"ambient_declaration", "export_statement", "expression_statement"})
