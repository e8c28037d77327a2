"""What every module of the package keeps to, whatever it does."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Protocol

import pytest

MOST_LINES = 400
LONGER_MODULES: Mapping[str, str] = {
    "javascript/syntax.py": "one dataclass for each of ESTree's node types: a list, and better read in one place",
}
MOST_FUNCTION_LINES = 80
LONGER_FUNCTIONS: Mapping[str, str] = {}

# Writing to the reader is the command line's business alone.
SPEAKERS = ("cli.py", "__main__.py")
FILE_READERS = ("cli.py", "intake/", "rulebook/", "engines/semgrep/", "report/")
FILE_CALLS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree", "iterdir", "rglob",
    "mkdtemp", "TemporaryDirectory", "NamedTemporaryFile", "makedirs", "listdir", "scandir", "symlink_to",
}  # fmt: skip
READ_ONLY_TYPES = {"Mapping", "Sequence", "Collection", "AbstractSet", "tuple", "frozenset"}
MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter", "ChainMap"}


class Module(Protocol):
    """As the fixture gives it."""

    path: str
    text: str
    tree: ast.Module


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name; "" for anything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_says_in_a_docstring_what_it_turns_into_what(module: Module) -> None:
    assert ast.get_docstring(module.tree), f"reviewer/{module.path} begins without a docstring"


def test_is_short_enough_to_be_read_in_one_go(module: Module) -> None:
    if module.path not in LONGER_MODULES:
        assert len(module.text.splitlines()) <= MOST_LINES


def test_has_no_function_that_knows_everything(module: Module) -> None:
    long = {
        f"{module.path}:{function.name}": lines
        for function in functions(module.tree)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert {name: lines for name, lines in long.items() if name not in LONGER_FUNCTIONS} == {}


def test_exceptions_to_the_sizes_are_still_needed(modules: tuple[Module, ...]) -> None:
    by_path = {module.path: module for module in modules}
    for path in LONGER_MODULES:
        assert len(by_path[path].text.splitlines()) > MOST_LINES
    for name in LONGER_FUNCTIONS:
        path, _, function = name.partition(":")
        assert function in {found.name for found in functions(by_path[path].tree)}


def test_only_the_command_line_prints_or_exits(module: Module) -> None:
    if module.path in SPEAKERS:
        return
    spoken: list[tuple[int, str]] = []
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="print" | "input" | "exit" | "quit" | "breakpoint" as name)):
                spoken.append((node.lineno, name))
            case ast.Attribute(value=ast.Name(id="sys"), attr="exit" | "stdout" | "stderr" | "stdin" as name):
                spoken.append((node.lineno, f"sys.{name}"))
            case ast.Attribute(value=ast.Name(id="os"), attr="_exit" | "abort" | "kill" as name):
                spoken.append((node.lineno, f"os.{name}"))
            case ast.Name(id="SystemExit" | "KeyboardInterrupt" as name):
                spoken.append((node.lineno, name))
            case _:
                pass
    assert spoken == []


def test_catches_only_what_it_names(module: Module) -> None:
    broad = [
        handler.lineno
        for handler in ast.walk(module.tree)
        if isinstance(handler, ast.ExceptHandler)
        and (
            handler.type is None
            or any(
                name_of(part) in {"Exception", "BaseException"}
                for part in ast.walk(handler.type)
                if isinstance(part, ast.expr)
            )
        )
    ]
    assert broad == []


def test_suppresses_only_what_it_names(module: Module) -> None:
    broad = [
        call.lineno
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and name_of(call.func) == "suppress"
        and any(name_of(argument) in {"Exception", "BaseException"} for argument in call.args)
    ]
    assert broad == []


def bound_at_module_level(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """The line and value of every assignment that runs when the module is imported."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=targets, value=value) if [name_of(target) for target in targets] != ["__all__"]:
                yield statement.lineno, value
            case ast.AnnAssign(annotation=annotation, value=ast.expr() as value) if not is_read_only(annotation):
                yield statement.lineno, value
            case ast.AugAssign(value=value):
                yield statement.lineno, value
            case _:
                pass


def is_read_only(annotation: ast.expr) -> bool:
    """Whether the type allows no change, so that mypy holds what is not seen here: `Mapping[str, Sequence[int]]`."""
    names = {name_of(part) for part in ast.walk(annotation) if isinstance(part, ast.expr)}
    return bool(names & READ_ONLY_TYPES) and names.isdisjoint(MUTABLE_CALLS)


def is_mutable(value: ast.expr) -> bool:
    """Whether a value can be changed later: displays, comprehensions and constructors of lists, dicts and sets.

    Inside a tuple too; what a freezing constructor is given is copied or only seen through it.
    """
    match value:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Tuple(elts=parts):
            return any(map(is_mutable, parts))
        case ast.IfExp(body=one, orelse=other):
            return is_mutable(one) or is_mutable(other)
        case ast.BinOp(left=one, right=other):
            return is_mutable(one) or is_mutable(other)
        case ast.Call(func=function) if name_of(function) in MUTABLE_CALLS:
            return True
        case _:
            return False


def test_keeps_no_state_at_module_level(module: Module) -> None:
    assert [line for line, value in bound_at_module_level(module.tree) if is_mutable(value)] == []


def test_rebinds_no_name_of_a_module(module: Module) -> None:
    assert [node.lineno for node in ast.walk(module.tree) if isinstance(node, ast.Global)] == []


def test_touches_files_only_where_that_is_its_task(module: Module) -> None:
    """Intake, rulebook and the runner of Semgrep read; the report reads its own templates; the command writes."""
    if module.path.startswith(FILE_READERS):
        return
    touched: list[tuple[int, str]] = []
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="open")):
                touched.append((node.lineno, "open"))
            case ast.Call(func=ast.Attribute(attr=name)) if name in FILE_CALLS:
                touched.append((node.lineno, name))
            case _:
                pass
    assert touched == []


def test_opens_no_connection_through_the_standard_library(module: Module) -> None:
    """`urllib.parse` is welcome, which is why the import contract cannot name `urllib`."""
    asked = set()
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                asked |= {name.name for name in names}
            case ast.ImportFrom(module=str() as source, names=names):
                asked |= {source} | {f"{source}.{name.name}" for name in names}
            case _:
                pass
    assert asked.isdisjoint({"urllib.request", "urllib.error", "urllib.robotparser", "webbrowser"})


@pytest.mark.parametrize("name", ["utils", "util", "helpers", "helper", "common", "misc", "shared", "tools", "lib"])
def test_no_module_is_named_after_nothing(name: str, modules: tuple[Module, ...]) -> None:
    assert [module.path for module in modules if name in module.path.removesuffix(".py").split("/")] == []
