"""One step of data from node to node -> the mask it has afterwards: concatenation, replacement, decoding, escaping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.javascript import contexts
from reviewer.javascript import syntax as s
from reviewer.javascript.addresses import is_script, leaves_host, pins
from reviewer.javascript.alternatives import Alternatives
from reviewer.javascript.carrying import SHOWS
from reviewer.javascript.characters import EVERYWHERE, WRITTEN, absent, removed
from reviewer.javascript.constants import Constant, Partial, Pattern, Text, text_of
from reviewer.javascript.contexts import SinkKinds, cut
from reviewer.javascript.folding import Folder
from reviewer.javascript.graph import MATCH, PIECE, Computed, FunctionToken, ObjectToken
from reviewer.javascript.linking import Linker
from reviewer.javascript.positions import CONTENT, Positions, open_literal
from reviewer.javascript.regular import OTHER, accepted, mask_of
from reviewer.javascript.trial import texts
from reviewer.javascript.trial.effects import Effect
from reviewer.javascript.trial.trials import Given, Trials
from reviewer.javascript.trial.values import Regex, Unknown
from reviewer.rule import Model

_KEEPING = frozenset({"address", ".toString", ".valueOf", ".trim", ".toLowerCase"})
_JOINING = frozenset({"+", "join", ".concat"})
_REPLACING = frozenset({".replace", ".replaceAll"})
_FINDING = frozenset({".match", ".matchAll"})
_QUOTES_AND_SLASHES = EVERYWHERE & ~removed('"\\')
_SCHEME = re.compile(r"https?:|mailto:|tel:")
_ONLY_SCHEME = re.compile(r"https?://|mailto:|tel:", re.IGNORECASE)
_DEEPEST, _MOST_TEXTS = 12, 16
_BETWEEN_QUOTES = mask_of("<>&/'`=%") | OTHER
_OF_JSON = mask_of('"\\')
"""Characters that stand in JSON only between quotes and never behind a backslash, and those that make its texts."""
NOWHERE = -1
"""The mask of data that gets nowhere."""
_ANYTHING = Pattern(".+", "g")
"""What a pattern that is not known is taken for: whatever it finds may stand in the template's place for it."""


class Deriving:
    """Knows what was computed how."""

    def __init__(self, linker: Linker, folder: Folder, kinds: SinkKinds, trials: Trials) -> None:
        self._graph = linker.graph
        self._linker = linker
        self._folder = folder
        self._kinds = kinds
        self._trials = trials
        self._alternatives = Alternatives(linker.graph, folder)
        self._positions = Positions()
        self._results: dict[int, FunctionToken] | None = None
        self._separators: dict[int, set[int]] | None = None

    def is_safe(self, sink: str, mask: int) -> bool:
        """Whether data with this mask is harmless in a sink."""
        position = CONTENT if not mask else self._positions.at(contexts.position_number(mask))
        return self._kinds.is_safe(sink, mask, position)

    def of_part(self, target: int, mask: int) -> int:
        """A property read out of data; what models say the property is harmless for."""
        mask &= ~contexts.LITERAL
        if not any(("gives", "this") in model.detail for model in self._models_at(target)):
            mask = contexts.first_piece(mask) if self._graph.names.get(target) == "0" else cut(mask)
        computed = self._graph.computed.get(target)
        if computed is not None and computed.operator in _FINDING and len(computed.operands) > 1:
            mask = self._found(computed.operands[1], mask)
        for model in self._models_at(target):
            shows = SHOWS in dict(model.detail)
            mask = self._kinds.read_as_text(mask, self._kinds.mask(model.clears))
            mask |= self._kinds.mask(model.clears) if shows else self._kinds.proven((model,))
        return mask

    def _models_at(self, node: int) -> Iterator[Model]:
        for place in self._linker.introduced.get(node, ()):
            yield from place.models

    def handed_on(self, node: int, target: int, site: int, mask: int) -> int:
        """The same value under another name: it may come out of a function that escapes."""
        computed = self._graph.computed.get(target)
        if computed is not None and computed.operator == PIECE:
            return self._of_piece(computed, mask)
        if computed is not None and computed.operator == "array":
            return self._among(target, computed, self._graph.names.get(node, ""), mask)
        if site > 0:
            return mask
        effect = self._effect_on(node, target, -site)
        if effect is None:
            return mask
        if effect.quotable:
            mask |= contexts.NO_QUOTE | contexts.NO_BACKSLASH | (contexts.QUOTED if effect.quoted else 0)
        return contexts.also_lacking(mask, effect.on(0))

    def _effect_on(self, node: int, target: int, site: int) -> Effect | None:
        """What is done to a value on its way to another node, by a loop or by the function that it comes out of."""
        treatment = self._graph.treated.get(target)
        if treatment is not None:
            values = [self._folder.value(given) for given in treatment.given]
            known = tuple(None if isinstance(value, Partial) else value for value in values)
            return self._trials.of_function(treatment.function, known) if None in known else None
        function = self._function_of(node)
        return None if function is None else self._trials.of_function(function.node, self._given(function, site))

    def derived(self, node: int, target: int, mask: int) -> int:
        """A text made of data, among others."""
        made = self._derived(node, target, mask)
        if made & contexts.LITERAL and not self._keeps_literal(self._graph.computed.get(target), node):
            made &= ~contexts.LITERAL
        return made

    def _derived(self, node: int, target: int, mask: int) -> int:
        if target in self._graph.restored:
            return self._kinds.decoded(mask)
        if target in self._graph.unescaped:
            return self._kinds.unescaped(mask)
        if target in self._graph.parsed:
            return self._kinds.parsed(mask, self._positions.at(contexts.position_number(mask)))
        if target in self._graph.around_nodes:
            return mask if mask & contexts.NODES else NOWHERE
        computed = self._graph.computed.get(target)
        if computed is None:
            return cut(mask)
        operator, operands = computed.operator, computed.operands
        if operator in _JOINING:
            before = self._text_before(computed, node)
            mask = self._behind(mask & ~contexts.NODES, before)
            if node in operands[:-1] and self._text_of(operands[operands.index(node) + 1]).startswith("."):
                mask &= ~contexts.STARTS  # it is a part of somebody's host
            return mask if pins(before) else mask | self._kinds.guards.get(self._begun(computed, node), 0)
        if operator in _REPLACING and len(operands) > 2 and node in operands:
            if operands[0] == node:
                return self._replaced(computed, cut(mask))
            return self._placed(computed, cut(mask) & ~contexts.STARTS) if operands[2] == node else cut(mask)
        if operator in _REPLACING and self._is_piece(node):
            return self._placed(computed, cut(mask))
        if operator in _KEEPING:
            return mask
        if operator == ".split" and operands[0] == node:
            return self._parted(computed, contexts.cut_up(mask))
        mask = cut(mask)
        match operator:
            case ".join" if operands[0] == node:
                return self._parted(computed, mask)
            case ".stringify":
                mask &= ~contexts.STARTS
                return contexts.lacking(mask, contexts.absent_in(mask) & _QUOTES_AND_SLASHES)
            case ".parse":
                return contexts.reread(mask)
            case ".exec" if operands[0] != node:
                return self._found(operands[0], mask)
            case ".match" | "match":
                return self._found(operands[1], mask, whole=operator == MATCH)
            case ".normalize":
                return contexts.lacking(mask, 0)
            case _:
                return mask

    # Concatenation ----------------------------------------------------------------------------------------------------

    def _behind(self, mask: int, before: str) -> int:
        if not before:
            return mask
        mask = cut(mask)
        if not _ONLY_SCHEME.fullmatch(before):
            mask &= ~contexts.STARTS
        if leaves_host(before):
            mask = self._kinds.as_host(mask)
        if pins(before):
            mask |= self._kinds.guards.get("pinned", 0)
        if mask & contexts.LITERAL and (is_script(before) or open_literal(before)):
            mask &= ~contexts.LITERAL
        if before.strip() and not before.lstrip().startswith("<"):
            mask |= self._kinds.guards.get("after_text", 0)
        return contexts.at_position(mask, self._positions.behind(contexts.position_number(mask), before))

    def _begun(self, computed: Computed, node: int) -> str:
        """What it means for an address that one of several known texts stands in front of an operand."""
        texts = [""]
        for operand in computed.operands[: computed.operands.index(node)] if node in computed.operands else ():
            known = [one.text for one in self._alternatives.of(operand)]
            texts = [text + one for text in texts for one in known if one is not None]
            if None in known or len(texts) > _MOST_TEXTS:
                return ""
        if all(pins(text) for text in texts):
            return "pinned"
        return "scheme" if all(_ONLY_SCHEME.fullmatch(text) or pins(text) for text in texts) else ""

    def _text_before(self, computed: Computed, node: int) -> str:
        """The known text in front of an operand; what is not known in it shows as `x`."""
        operands = computed.operands
        return (
            "".join(self._text_of(operand) for operand in operands[: operands.index(node)]) if node in operands else ""
        )

    def _among(self, node: int, array: Computed, index: str, mask: int) -> int:
        """An element of an array that is written out: where it stands when all are joined."""
        if not index.isdigit() or not 0 < int(index) < len(array.operands):
            return mask
        between = self._between(node)
        return self._behind(mask, "".join(self._text_of(item) + between for item in array.operands[: int(index)]))

    def _between(self, array: int) -> str:
        """What stands between the elements of an array that is joined as it is; nothing where that is not known."""
        if self._separators is None:
            self._separators = {}
            for computed in self._graph.computed.values():
                if computed.operator == ".join" and len(computed.operands) == 2:
                    for token in self._linker.tokens(computed.operands[0]):
                        if isinstance(token, ObjectToken):
                            self._separators.setdefault(token.home, set()).add(computed.operands[1])
        match [self._folder.value(node) for node in self._separators.get(array, ())]:
            case [Text(value=between)]:
                return between
            case _:
                return ""

    def _text_of(self, node: int, depth: int = 0) -> str:
        value = self._folder.value(node)
        if not isinstance(value, Partial):
            return text_of(value)
        computed = self._graph.computed.get(node)
        if (
            computed is not None
            and computed.operator in _REPLACING
            and len(computed.operands) == 3
            and depth < _DEEPEST
        ):
            text = self._text_of(computed.operands[0], depth + 1)
            what = self._folder.value(computed.operands[1])
            try:
                return texts.replaced(text, _sought(what), "x", None, everywhere=computed.operator == ".replaceAll")
            except Unknown:
                return text
        return f"{value.prefix}x{value.suffix}"

    def _keeps_literal(self, computed: Computed | None, node: int) -> bool:
        """Whether a literal is still one in what is made of the text that it is."""
        if computed is None:
            return False
        operator, operands = computed.operator, computed.operands
        if operator == ".join" and operands[0] == node:
            between = self._folder.value(operands[1]) if len(operands) > 1 else Text(",")
            return isinstance(between, Text) and not open_literal(between.value)
        if operator in _REPLACING and len(operands) > 2 and operands[0] == node:
            return self._keeps_quotes(computed)
        return operator in _JOINING or operator in _KEEPING or operator == ".stringify"

    def _keeps_quotes(self, computed: Computed) -> bool:
        """Whether a replacement leaves alone what JSON itself is made of (`.replace(/</g, '\\\\u003c')`)."""
        pattern, replacement = (self._folder.value(operand) for operand in computed.operands[1:3])
        known = accepted(pattern.source, pattern.flags) if isinstance(pattern, Pattern) else None
        sought = [] if known is None else [[x for x in steps if x.kind == "characters"] for steps in known.alternatives]
        put = replacement.value if isinstance(replacement, Text) else '"'
        return (
            bool(sought)
            and all(any(x.least and not x.characters & ~_BETWEEN_QUOTES for x in steps) for steps in sought)
            and not any(x.characters & _OF_JSON for steps in sought for x in steps)
            and '"' not in put
            and "$" not in put
        )

    # Replacement ------------------------------------------------------------------------------------------------------

    def _replaced(self, computed: Computed, mask: int) -> int:
        """The text that `replace` is called on."""
        pattern, replacement = (self._folder.value(operand) for operand in computed.operands[1:3])
        template = None if isinstance(replacement, Partial) else text_of(replacement)
        function = self._only_function(computed.operands[2])
        put = None if isinstance(replacement, Partial) else replacement
        everywhere = computed.operator == ".replaceAll"
        mask |= contexts.slashed(pattern, put) | contexts.without_end_tags(pattern, put, everywhere=everywhere)
        effect = None
        sought = _ANYTHING if isinstance(pattern, Partial) and function is None else pattern
        if not isinstance(sought, Partial):
            template = None if function is not None else template
            effect = self._trials.of_replacement(sought, template, function, computed.operator[1:])
        if effect is not None and sought is _ANYTHING:
            # It may find nothing, or something inside a tag.
            after = self._after(effect, contexts.unsettled(mask) if "<" in (template or "") else mask)
            return contexts.lacking(after, contexts.absent_in(after) & contexts.absent_in(mask))
        if effect is not None:
            return self._after(effect, mask)
        if template is None:
            return contexts.also_lacking(mask, contexts.plainly_escaped(pattern))
        return contexts.lacking(contexts.unsettled(mask), 0) if "<" in template else mask

    def _after(self, effect: Effect, mask: int) -> int:
        """The mask after an effect. Of text in which no tag could be, none must come out."""
        if not effect.on(WRITTEN) & absent("<"):
            mask = contexts.unsettled(mask)
        return contexts.lacking(mask, effect.on(contexts.absent_in(mask)))

    def _found(self, pattern: int, mask: int, *, whole: bool = False) -> int:
        """What `match` and `exec` find in the text; the `whole` of a match begins as the pattern says."""
        what = self._folder.value(pattern)
        effect = self._trials.of_matches(what) if isinstance(what, Pattern) else None
        if effect is None:
            return mask
        if whole and all(_SCHEME.match(text) for text in effect.texts):
            mask |= self._kinds.guards.get("scheme", 0)
        return contexts.lacking(mask, effect.on(contexts.absent_in(mask)))

    def _placed(self, computed: Computed, mask: int) -> int:
        """What `replace` puts into a text: where it stands is where that text has the pattern."""
        if self._finds_nothing(computed):
            return NOWHERE
        text = self._text_of(computed.operands[0])
        what = self._folder.value(computed.operands[1])
        found = mask
        try:
            for match in texts.matches(text, _sought(what), everywhere=computed.operator == ".replaceAll"):
                found = self._behind(mask, text[: match.start()])
                if self._positions.at(contexts.position_number(found)) != CONTENT:
                    break
        except Unknown:
            return mask
        return found

    def _finds_nothing(self, computed: Computed) -> bool:
        """Whether a text is known, and what is replaced is not in it."""
        text, what = (self._folder.value(operand) for operand in computed.operands[:2])
        if not isinstance(text, Text):
            return False
        try:
            return not any(True for _ in texts.matches(text.value, _sought(what), everywhere=False))
        except Unknown:
            return False

    def _is_piece(self, node: int) -> bool:
        """Whether it is what a function makes of what was found in a text."""
        made = self._graph.computed.get(node)
        return made is not None and made.operator == PIECE

    def _of_piece(self, computed: Computed, mask: int) -> int:
        """What a replacing function makes of a match."""
        what = self._folder.value(computed.operands[1])
        function = self._only_function(computed.operands[2])
        if self._finds_nothing(computed):
            return NOWHERE
        if isinstance(what, Partial) or function is None:
            return mask
        effect = self._trials.of_pieces(what, function, "replaceAll")
        return mask if effect is None else contexts.also_lacking(mask, effect.on(0))

    def _parted(self, computed: Computed, mask: int) -> int:
        """`split` and `join`: what the separator is cannot be in the parts, and is between them afterwards."""
        separator = self._folder.value(computed.operands[1]) if len(computed.operands) > 1 else Text(",")
        if isinstance(separator, Partial):
            return mask
        effect = self._trials.of_separator(separator, computed.operator[1:])
        return mask if effect is None else self._after(effect, mask)

    # Functions --------------------------------------------------------------------------------------------------------

    def _only_function(self, node: int) -> s.Function | None:
        found = [token for token in self._linker.tokens(node) if isinstance(token, FunctionToken)]
        return found[0].node if len(found) == 1 else None

    def _function_of(self, node: int) -> FunctionToken | None:
        """The function that a node is the result of."""
        if self._results is None:
            self._results = {token.result: token for token in self._graph.functions}
        return self._results.get(node)

    def _given(self, function: FunctionToken, site: int) -> Given:
        """The constants among the arguments of a call; of a call that the text does not spell out only that there is
        one argument.
        """
        count = len(function.params)
        call = self._graph.calls[site - 1] if 0 < site <= len(self._graph.calls) else None
        if call is None or call.spread or function not in call.entered:
            return (None,) * count
        values = [self._folder.value(arg) for arg in call.args[:count]]
        given: list[Constant | None] = [None if isinstance(value, Partial) else value for value in values]
        if all(constant is not None for constant in given):
            return (None,) * count
        return tuple(given)


def _sought(what: object) -> Regex | str:
    match what:
        case Pattern(source=source, flags=flags):
            return Regex(source, flags)
        case Text(value=text):
            return text
        case _:
            raise Unknown
