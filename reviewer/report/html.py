"""A view-model -> one self-contained HTML page that runs nothing but its own script and loads nothing at all.

Three walls stand between submitted text and the page: autoescaping, a content security policy that allows only this
page's own style and script by hash, and the naming of every hidden character in whatever a template prints.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reviewer.report.code import Line, Part, PartKind
from reviewer.report.context import Context
from reviewer.report.labels import labels
from reviewer.report.tint import example
from reviewer.report.view import view
from reviewer.report.visible import segments, visible
from reviewer.review import Review
from reviewer.text import Language

_BUFFERED = 500
"""How many pieces of a template are given out at once."""


def render(review: Review, language: Language, context: Context) -> str:
    """The page of one review; the same review gives the same text."""
    words = labels(language)
    filters: Mapping[str, Callable[..., object]] = {
        "example": _example,
        "code": _code(masked=words.masked, left_out=words.lines_left_out),
    }
    values = {"report": view(review, language, context), "t": words}
    return "".join(page("report", ("report",), language, values, filters))


def page(
    name: str,
    styles: Sequence[str],
    language: Language,
    values: Mapping[str, object],
    filters: Mapping[str, Callable[..., object]] = MappingProxyType({}),
) -> Iterator[str]:
    """The template of that name with its script and these style sheets, in pieces; `values` are its variables."""
    environment = Environment(
        loader=PackageLoader("reviewer.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    style, script = "".join(_asset(f"{each}.css") for each in styles), _asset(f"{name}.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    pieces = environment.get_template(f"{name}.html").stream(
        **values,
        lang=language.value,
        policy=policy,
        style=Markup(style),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - a file of this package
    )
    pieces.enable_buffering(_BUFFERED)
    return iter(pieces)


def _finalize(value: object) -> object:
    """Whatever a template prints that is not markup of ours: hidden characters become visible, then it is escaped."""
    return visible(value) if type(value) is str else value


def _code(*, masked: str, left_out: str) -> Callable[[Line], Markup]:
    """A filter: one line of code as markup."""

    def part(piece: Part) -> str:
        match piece.kind:
            case PartKind.PLAIN:
                return _tinted(piece)
            case PartKind.FLAGGED:
                return f"<mark>{_tinted(piece)}</mark>"
            case PartKind.MASKED:
                return f'<span class="masked" title="{escape(masked)}">{_shown(piece.text)}</span>'
            case PartKind.CUT:
                return '<span class="cut">…</span>'

    def line(shown: Line) -> Markup:
        if shown.number == 0:
            count = "".join(escape(piece.text) for piece in shown.parts)
            return Markup(f'<span class="cut">… {count} {escape(left_out)} …</span>')  # noqa: S704 - escaped above
        # Neighbours that are flagged alike are one mark, however many colours it has.
        told = "".join(map(part, shown.parts)).replace("</mark><mark>", "")
        return Markup(told)  # noqa: S704 - every part is escaped, so no part holds a tag of its own

    return line


def _example(text: str) -> Markup:
    """A filter: one of our own examples as markup."""
    at, told = 0, []
    for low, high, tint in example(text):
        told += [_shown(text[at:low]), _tinted(Part(PartKind.PLAIN, text[low:high], tint))]
        at = high
    return Markup("".join((*told, _shown(text[at:]))))  # noqa: S704 - every part is escaped


def _tinted(piece: Part) -> str:
    shown = _shown(piece.text)
    return f'<span class="t-{piece.tint}">{shown}</span>' if piece.tint else shown


def _shown(text: str) -> str:
    """Submitted text as markup, each hidden character in a box of its own that tells its name."""
    return "".join(
        f'<span class="hidden" title="{escape(piece.name)}">⟦{piece.text}⟧</span>'
        if piece.hidden
        else str(escape(piece.text))
        for piece in segments(text)
    )


def _asset(name: str) -> str:
    """A file of the templates folder, with the line ends a browser hashes (HTML standard, 13.2.3.5)."""
    text = resources.files("reviewer.report").joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _digest(text: str) -> str:
    """A CSP hash source (CSP Level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
