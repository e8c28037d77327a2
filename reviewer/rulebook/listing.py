"""Rules -> text for people: a list with one line each, and one rule told in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.rule import FlowCheck, Rule, UseCheck
from reviewer.rulebook.checks import form_of
from reviewer.text import Language, Text


def rows(rules: Iterable[Rule], language: Language) -> Iterator[str]:
    """One line for each rule (severity, category, id, title), worst first, then by category and id."""
    ordered = sorted(rules, key=lambda rule: (rule.severity.rank, rule.category.value, rule.id))
    columns = zip(*map(_columns, ordered), strict=True)
    widths = [max(map(len, column)) for column in columns]
    for rule in ordered:
        cells = (cell.ljust(width) for cell, width in zip(_columns(rule), widths, strict=True))
        yield f"{'  '.join(cells)}  {rule.title.to(language)}"


def _columns(rule: Rule) -> tuple[str, str, str]:
    return rule.severity.value, rule.category.value, rule.id


_WHY = Text(ja="なぜ問題か", en="Why it matters")
_FIX = Text(ja="直し方", en="What to do")
_EXAMPLE = Text(ja="例", en="Example")
_REFERENCES = Text(ja="根拠", en="References")
_CHECK = Text(ja="調べ方", en="How it is found")
_GUIDELINE = Text(ja="ガイドライン {}", en="guideline {}")
_IPA = Text(ja="IPA「安全なウェブサイトの作り方」 {}", en="IPA, How to Secure Your Website, {}")


def describe(rule: Rule, language: Language) -> str:
    """Everything an official or an author may want to know of a rule, as paragraphs of plain text."""
    paragraphs = [
        f"{rule.title.to(language)}\n{rule.id}  {rule.severity.value}  {rule.category.value}",
        _paragraph(_WHY, [rule.why.to(language)], language),
        _paragraph(_FIX, [rule.fix.to(language)], language),
    ]
    if rule.example:
        paragraphs.append(_paragraph(_EXAMPLE, rule.example.splitlines(), language))
    references = list(_references(rule, language))
    if references:
        paragraphs.append(_paragraph(_REFERENCES, references, language))
    paragraphs.append(_paragraph(_CHECK, [_check(rule), rule.source], language))
    return "\n\n".join(paragraphs)


def _paragraph(heading: Text, lines: Iterable[str], language: Language) -> str:
    return "\n".join((heading.to(language), *(f"  {line}".rstrip() for line in lines)))


def _references(rule: Rule, language: Language) -> Iterator[str]:
    yield from (_article(name).to(language) for name in rule.refs.articles)
    for words, names in ((_GUIDELINE, rule.refs.guideline), (_IPA, rule.refs.ipa)):
        yield from (words.to(language).format(name) for name in names)
    yield from (f"CWE-{number}" for number in rule.refs.cwe)


def _article(name: str) -> Text:
    """The article that was put in after article 7 is 第7条の2."""
    number, put_in, turn = name.partition("の")
    return Text(ja=f"利用規約 第{number}条{put_in}{turn}", en=f"terms of use, article {name}")


def _check(rule: Rule) -> str:
    form = form_of(rule.check)
    match rule.check:
        case FlowCheck(sources=sources, sinks=sinks, hosts=hosts):
            where = f" [{', '.join(hosts)}]" if hosts else ""
            return f"{form}: {', '.join(sources)} -> {', '.join(sinks)}{where}"
        case UseCheck(kinds=kinds, places=places):
            return f"{form}: {', '.join((*kinds, *places))}"
        case _:
            return form
