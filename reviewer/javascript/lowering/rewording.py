"""TypeScript that the grammar cannot read yet -> text of the same length that it reads as the same program.

Names and texts are taken from the original, so it does not matter where in a string or a comment this changes a word.
"""

from __future__ import annotations

import re

# `using x = y` is read as if it were `const x = y`.
_USING = re.compile(r"\b(await[^\S\n\r]+)?using(?=[^\S\n\r]+[^\W\d][\w$]*\s*(?:=(?![=>])|:|!\s*:|of\b))")
# `export type * from` is of TypeScript 5.0.
_TYPES_OF = re.compile(r"(\bexport[^\S\n\r]+)type(?=\s*\*)")
# Whether a type parameter only goes in or comes out.
_VARIANCE = re.compile(r"(?:\bin[^\S\n\r]+out|\bout|(?<=[<,])\s*in)(?=[^\S\n\r]+[\w$]+\s*(?:[,>=]|extends\b))")
# The `!` of `a!.b`, which the grammar lets span all of `c && a!`: no operator can stand there, or else no operand after
# it. Words that an operand may follow are passed over.
_NON_NULL = re.compile(
    r"(?<![.\w$])(?P<word>as|async|await|case|default|delete|do|else|extends|in|instanceof|is|keyof|new|of|return|throw"
    r"|typeof|void|yield)!|(?<=[\w$\]])!+(?!=)|(?<=\))!+(?=\s*(?:\.(?!\d)|\?|[,;)\]}:*%&|^>]))"
)
# The `!` of `a.b(c)![0]`: after a method's call it is no operator either.
_NON_NULL_ELEMENT = re.compile(r"(\.[\w$]+\([^()\n]*\))(!+)(?=\[)")
# Of a type `A.B.C` after `as` the grammar takes `.C` for a member of the value, so it becomes one name.
_CAST_TO = re.compile(r"\b(?:as|satisfies)[^\S\n\r]+[\w$]+(?:\.[\w$]+){2,}")
# An imported type in a list (`import("./rows").Row[]`), or a whole module's (`typeof import("a")`), becomes one name.
_IMPORTED = r"import\((?:'[^'\n]*'|\"[^\"\n]*\")\)"
_IMPORTED_TYPE = re.compile(rf"\btypeof[^\S\n]+{_IMPORTED}(?:\.[\w$]+)*|\b{_IMPORTED}(?:\.[\w$]+)+(?=\[\s*\])")
# Type arguments before a template. In these characters nothing can stand that computes: no call, no operator. What may
# come next is told by its first character, so that nothing is tried twice; Python before 3.11.5 gets groups wrong that
# are told never to give anything back (`(?:...)*+`).
_TYPE = r"[\w.,|&\[\]\s'\"]|\$(?!\{)|(?<!\$)\{[\w.,|&\[\]\s'\":;?$]*\}"
_TYPE_ARGUMENTS = re.compile(rf"(?<=[\w$\])])<(?:{_TYPE}|<(?:{_TYPE}|<(?:{_TYPE})*>)*>)*>(?=`)")


def reworded(text: str) -> str:
    """The text to parse."""
    if "using" in text:
        text = _USING.sub(lambda found: " " * len(found[1] or "") + "const", text)
    if "export" in text:
        text = _TYPES_OF.sub(r"\1    ", text)
    if "!" in text:
        text = _NON_NULL_ELEMENT.sub(lambda found: found[1] + " " * len(found[2]), text)
        text = _NON_NULL.sub(lambda found: found[0] if found["word"] else _blank(found), text)
    text = _CAST_TO.sub(lambda found: found[0].replace(".", "_"), text)
    if "import(" in text:
        text = _IMPORTED_TYPE.sub(lambda found: "_" * len(found[0]), text)
    text = _VARIANCE.sub(_blank, text)
    return _TYPE_ARGUMENTS.sub(_blank, text) if ">`" in text else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
