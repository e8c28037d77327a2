"""Functions that the text only ever calls -> parameters that every call gives one and the same function.

`const only = (value, test) => (test(value) ? value : '')` with one call, or several with the same test: inside, `test`
means what is handed over. What comes from elsewhere, or differs, is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewer.javascript import syntax as s
from reviewer.javascript.scopes import Scopes, Variable


def handed(
    calls: Mapping[Variable, Sequence[s.CallExpression]], functions: Mapping[Variable, s.Node], scopes: Scopes
) -> Iterator[tuple[s.Identifier, s.Node]]:
    """The parameters and what they are given. `functions` are what names with one value are given."""
    found: list[tuple[Variable, s.Identifier, s.Node]] = []
    for variable, made in calls.items():
        function = functions.get(variable)
        if isinstance(function, s.Function) and not function.generator:
            found += [(variable, *each) for each in _same(function, made, functions, scopes)]
    wanted = {variable for variable, _, _ in found}
    mentions = Counter(variable for variable in scopes.of_identifier.values() if variable in wanted) if wanted else {}
    for variable, param, given in found:
        if mentions[variable] == len(calls[variable]) + 1:  # the declaration is one of them
            yield param, given


def _same(
    function: s.Function, calls: Sequence[s.CallExpression], functions: Mapping[Variable, s.Node], scopes: Scopes
) -> Iterator[tuple[s.Identifier, s.Node]]:
    for index, param in enumerate(function.params):
        if not isinstance(param, s.Identifier):
            continue
        given = [_function(call, index, functions, scopes) for call in calls]
        first = given[0]
        if first is not None and all(each is first for each in given):
            yield param, first


def _function(
    call: s.CallExpression, index: int, functions: Mapping[Variable, s.Node], scopes: Scopes
) -> s.Node | None:
    """The function that a call hands over there, by its own text."""
    if index >= len(call.arguments) or any(isinstance(each, s.SpreadElement) for each in call.arguments[:index]):
        return None
    argument: s.Node | None = call.arguments[index]
    if isinstance(argument, s.Identifier):
        variable = scopes.of_identifier.get(argument)
        argument = None if variable is None else functions.get(variable)
    return argument if isinstance(argument, s.Function) else None
