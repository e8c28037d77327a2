"""A submission's files -> trees, style sheets, documents, and the facts of its pages: what engines look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.answers import Answers
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.javascript.jobs import Analyses, testimony_job
from reviewer.javascript.parsing import parse as parse_script
from reviewer.javascript.reading import Testimony, heard, remember, remembered
from reviewer.javascript.strict import worth_asking
from reviewer.markup.facts import Document
from reviewer.pool import Job, Pool
from reviewer.record import thing
from reviewer.rule import KnownFile, Rule, Rulebook, UseCheck
from reviewer.source import Kind, Script
from reviewer.stylesheet.facts import Stylesheet
from reviewer.stylesheet.parsing import parse as parse_stylesheet
from reviewer.submission import Submission


@thing
class Reading:
    """Everything parsed once. `scripts` are a file's scripts in order: itself, or those inside an HTML file."""

    scripts: Mapping[str, tuple[Script, ...]]
    asts: Mapping[Script, Ast]
    stylesheets: tuple[Stylesheet, ...]
    documents: tuple[Document, ...]
    pages: tuple[Facts, ...]


def read(submission: Submission, known: Mapping[str, KnownFile]) -> Reading:
    """What stands in the files, known ones apart; scripts without a witness, and no page followed yet."""
    scripts: dict[str, tuple[Script, ...]] = {}
    stylesheets: list[Stylesheet] = []
    documents: list[Document] = []
    for file in submission.files:
        if file.path in known:
            continue
        match file.kind:
            case Kind.JAVASCRIPT | Kind.TYPESCRIPT:
                scripts[file.path] = (Script.whole(file),)
            case Kind.CSS:
                stylesheets.append(parse_stylesheet(file))
            case Kind.HTML:
                from reviewer.markup.parsing import parse as parse_markup  # noqa: PLC0415 - see `_written`

                document = parse_markup(file)
                documents.append(document)
                scripts[file.path] = document.scripts
                stylesheets.extend(parse_stylesheet(style) for style in document.styles)
            case Kind.JSON | Kind.TEXT:
                continue
    asts = {script: parse_script(script) for group in scripts.values() for script in group}
    return Reading(scripts, asts, tuple(stylesheets), tuple(documents), ())


def follow(reading: Reading, submission: Submission, rulebook: Rulebook, answers: Answers, pool: Pool) -> Reading:
    """The same with what the strict parser says of the scripts, with the facts of pages, and what HTML these write."""
    asked = [ast for ast in reading.asts.values() if worth_asking(ast.script)]
    said = {ast.script: remembered(ast.script, answers) for ast in asked}
    new = [ast for ast in asked if said[ast.script] is None]
    jobs: list[Job[Testimony | Facts]] = [*map(testimony_job, new), *_analyses(submission, reading, rulebook)]
    done = pool.results(jobs)
    pages = tuple(each for each in done if isinstance(each, Facts))
    for ast, each in zip(new, done, strict=False):
        if isinstance(each, Testimony):
            said[ast.script] = each
            remember(ast.script, each, answers)
    asts = {
        script: ast if (testimony := said.get(script)) is None else heard(ast, testimony)
        for script, ast in reading.asts.items()
    }
    written = tuple(_written(pages))
    styles = (parse_stylesheet(style) for each in written for style in each.styles)
    return replace(
        reading,
        asts=asts,
        stylesheets=(*reading.stylesheets, *styles),
        documents=(*reading.documents, *written),
        pages=pages,
    )


def _written(pages: Iterable[Facts]) -> Iterator[Document]:
    """What HTML holds that scripts write. The parser is imported where there is some: it takes a while to load."""
    for passage in (passage for page in pages for passage in page.markup):
        from reviewer.markup.parsing import parse_written  # noqa: PLC0415

        yield parse_written(passage.location, passage.text)


def _analyses(submission: Submission, reading: Reading, rulebook: Rulebook) -> Iterator[Job[Facts]]:
    """One analysis for each different set of scripts that run together, and one for each script that is on no page."""
    analyses = Analyses(rulebook.models, sorted(_watched(rulebook.rules)), rulebook.kinds)
    done: set[tuple[int, ...]] = set()
    placed: set[str] = set()
    groups: list[tuple[str, list[Ast]]] = []
    for page in submission.pages:
        placed.update(page.resources)
        groups.append((page.name, [reading.asts[s] for path in page.resources for s in reading.scripts.get(path, ())]))
    groups += [
        (path, [reading.asts[s] for s in group]) for path, group in reading.scripts.items() if path not in placed
    ]
    for name, asts in groups:
        key = tuple(map(id, asts))
        if asts and key not in done:
            done.add(key)
            yield analyses.job(name, asts)


def _watched(rules: Sequence[Rule]) -> set[str]:
    """The places that rules ask for by name."""
    checks = [rule.check for rule in rules if isinstance(rule.check, UseCheck)]
    return {place for check in checks for place in (*check.places, *check.unless_used)}
