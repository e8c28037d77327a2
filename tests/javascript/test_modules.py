"""Files of one page that import from one another: flows cross them, and nothing else does."""

from __future__ import annotations

import pytest
from script_samples import knowledge, whole

from reviewer.javascript.analysis import analyse
from reviewer.javascript.modules import Modules
from reviewer.javascript.parsing import parse

READ = "kintone.events.on('app.record.detail.show', (event) => { const v = event.record.件名.value; %s });"


def _flows(**files: str) -> set[tuple[str, str, str]]:
    """(file the sink is in, source kind, sink kind) of every flow; `__` in a name stands for a slash, `_` for a dot."""
    scripts = [whole(name.replace("__", "/").replace("_", "."), text) for name, text in files.items()]
    facts = analyse("page", [parse(script) for script in scripts], knowledge())
    return {(flow.location.file.path, flow.source, flow.sink) for flow in facts.flows}


@pytest.mark.parametrize(
    ("exporting", "importing"),
    [
        ("export function show(x) { document.body.innerHTML = x; }", "import { show } from './a.js'; %s show(v)"),
        ("export const show = (x) => { document.body.innerHTML = x; };", "import { show as s } from './a'; %s s(v)"),
        (
            "function show(x) { document.body.innerHTML = x; } export { show as draw };",
            "import { draw } from './a'; %s draw(v)",
        ),
        ("export default function (x) { document.body.innerHTML = x; }", "import show from './a'; %s show(v)"),
        ("export default (x) => { document.body.innerHTML = x; };", "import show from './a'; %s show(v)"),
        (
            "export default class View { show(x) { document.body.innerHTML = x; } }",
            "import View from './a'; %s new View().show(v)",
        ),
        (
            "export const view = { show(x) { document.body.innerHTML = x; } };",
            "import * as all from './a'; %s all.view.show(v)",
        ),
        (
            "export const { show } = { show: (x) => { document.body.innerHTML = x; } };",
            "import { show } from './a'; %s show(v)",
        ),
        (
            "export function show(x) { document.body.innerHTML = x; }",
            "%s import('./a.js').then((all) => all.show(v))",
        ),
    ],
)
def test_what_is_exported_is_what_is_imported(exporting: str, importing: str) -> None:
    head, _, call = importing.partition("%s")
    main = head + READ % call
    assert _flows(a_js=exporting, main_js=main) == {("a.js", "record", "html")}
    assert _flows(a_js=exporting, main_js=main.replace("(v)", "('x')")) == set()


def test_exports_are_handed_on() -> None:
    shown = "export function show(x) { document.body.innerHTML = x; } export const label = (x) => x.length;"
    for between in ("export * from './lib/a';", "export { show, label } from './lib/a';"):
        main = "import { show, label } from './index.js';" + READ
        assert _flows(lib__a_ts=shown, index_js=between, main_js=main % "show(v)") == {("lib/a.ts", "record", "html")}
        assert _flows(lib__a_ts=shown, index_js=between, main_js=main % "show(label(v))") == set()


def test_a_name_of_another_module_is_another_name() -> None:
    one = "export const text = (v) => v;"
    other = "export const text = () => 'x';"
    main = "import { text } from './b.js';" + READ % "document.body.innerHTML = text(v)"
    assert _flows(a_js=one, b_js=other, main_js=main) == set()
    assert _flows(a_js=one, b_js=other, main_js=main.replace("./b.js", "./a.js")) == {("main.js", "record", "html")}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("./a", 0), ("./a.js", 0), ("../src/a", 0), ("./lib", 1), ("./lib/index.js", 1), ("./b.js", 2),
        ("./none", None), ("a", None), ("react", None), ("https://a.example/a.js", None), ("./a.js?v=2", 0),
    ],
)  # fmt: skip
def test_a_relative_path_means_a_file_of_the_page(name: str, found: int | None) -> None:
    paths = ("src/a.js", "src/lib/index.ts", "src/b.ts", "src/main.js")
    modules = Modules([parse(whole(path, "export {};")) for path in paths])
    assert modules.found(3, name) == found
