"""What every module of the package keeps to, whatever it does; each rule is shown to see what it forbids."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest
from package_source import Module, Rule, functions, module_of, modules, name_of, violations

MOST_LINES = 400
LONGER_MODULES: Mapping[str, str] = {
    "javascript/builder.py": "the state of one walk, shared by the modules of expressions and statements; to be split",
    "javascript/graph.py": "the tables of the graph and what stands in them: a list, and better read in one place",
    "javascript/linking.py": "one worklist, whose steps call one another; calls are the part to move out next",
    "javascript/scopes.py": "one method for each node type that declares something: a list",
    "report/model.py": "one dataclass for each thing that a report shows: a list, and better read in one place",
    "rule.py": "one dataclass for each thing that rules/ may hold: a list, and better read in one place",
    "javascript/syntax.py": "one dataclass for each of ESTree's node types: a list, and better read in one place",
}
MOST_FUNCTION_LINES = 80

# Writing to the reader is the command line's business alone.
SPEAKERS = ("cli/", "__main__.py", "batch/isolation.py")  # the last ends the copies of itself that it makes
FILE_USERS = ("batch/", "cli/", "fetching/store.py", "intake/", "rulebook/", "engines/semgrep/", "report/")
FILE_CALLS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree", "iterdir", "rglob",
    "mkdtemp", "TemporaryDirectory", "NamedTemporaryFile", "makedirs", "listdir", "scandir", "symlink_to",
}  # fmt: skip
NETWORK = {"urllib.request", "urllib.error", "urllib.robotparser", "webbrowser"}
NAMED_AFTER_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools", "lib"}
READ_ONLY_TYPES = {"Mapping", "Sequence", "Collection", "AbstractSet", "tuple", "frozenset"}
MUTABLE_TYPES = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter", "ChainMap"}


def undocumented(module: Module) -> Iterator[tuple[int, str]]:
    if not ast.get_docstring(module.tree):
        yield 1, "no docstring that says what it turns into what"


def too_long(module: Module) -> Iterator[tuple[int, str]]:
    lines = len(module.text.splitlines())
    if lines > MOST_LINES and module.path not in LONGER_MODULES:
        yield 1, f"{lines} lines in one module"
    for function in functions(module.tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > MOST_FUNCTION_LINES:
            yield function.lineno, f"{lines} lines in one function"


def speaking(module: Module) -> Iterator[tuple[int, str]]:
    if module.path.startswith(SPEAKERS):
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="print" | "input" | "exit" | "quit" | "breakpoint" as name)):
                yield node.lineno, name
            case ast.Attribute(value=ast.Name(id="sys"), attr="exit" | "stdout" | "stderr" | "stdin" as name):
                yield node.lineno, f"sys.{name}"
            case ast.Attribute(value=ast.Name(id="os"), attr="_exit" | "abort" as name):
                yield node.lineno, f"os.{name}"
            case ast.Name(id="SystemExit" | "KeyboardInterrupt" as name):
                yield node.lineno, name
            case _:
                pass


def touching_files(module: Module) -> Iterator[tuple[int, str]]:
    if module.path.startswith(FILE_USERS):
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="open")):
                yield node.lineno, "open"
            case ast.Call(func=ast.Attribute(attr=name)) if name in FILE_CALLS:
                yield node.lineno, name
            case _:
                pass


def catching_everything(module: Module) -> Iterator[tuple[int, str]]:
    """In a batch an error of ours is caught once, and made a failed entry of the submission it befell."""
    if module.path == "batch/isolation.py":
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.ExceptHandler(type=None):
                yield node.lineno, "except without a name"
            case ast.ExceptHandler(type=ast.expr() as caught):
                caught_names = {name_of(part) for part in ast.walk(caught) if isinstance(part, ast.expr)}
                if caught_names & {"Exception", "BaseException"}:
                    yield node.lineno, "except Exception"
            case ast.Call(func=function, args=arguments) if name_of(function) == "suppress":
                if {"Exception", "BaseException"} & set(map(name_of, arguments)):
                    yield node.lineno, "suppress(Exception)"
            case _:
                pass


def opening_connections(module: Module) -> Iterator[tuple[int, str]]:
    """`urllib.parse` is welcome, which is why no import contract can name `urllib`."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                asked = {name.name for name in names}
            case ast.ImportFrom(module=str() as source, names=names):
                asked = {source} | {f"{source}.{name.name}" for name in names}
            case _:
                continue
        for name in sorted(asked & NETWORK):
            yield node.lineno, name


def named_after_nothing(module: Module) -> Iterator[tuple[int, str]]:
    for part in module.path.removesuffix(".py").split("/"):
        if part in NAMED_AFTER_NOTHING:
            yield 1, part


def keeping_state(module: Module) -> Iterator[tuple[int, str]]:
    """Names of a module or class that hold something changeable, and functions that rebind a module's names."""
    bodies = [module.tree.body]
    bodies += [node.body for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    for statement in (statement for body in bodies for statement in body):
        match statement:
            case ast.Assign(targets=targets, value=value) if [name_of(target) for target in targets] != ["__all__"]:
                changeable = is_mutable(value)
            case ast.AnnAssign(annotation=annotation, value=ast.expr() as value):
                changeable = is_mutable(value) and not is_read_only(annotation)
            case ast.AugAssign():
                changeable = True
            case _:
                continue
        if changeable:
            yield statement.lineno, "state of a module"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield node.lineno, "global"


def is_read_only(annotation: ast.expr) -> bool:
    """Whether the type allows no change, so that mypy holds what is not seen here: `Mapping[str, Sequence[int]]`."""
    names = {name_of(part) for part in ast.walk(annotation) if isinstance(part, ast.expr)}
    return bool(names & READ_ONLY_TYPES) and names.isdisjoint(MUTABLE_TYPES)


def is_mutable(value: ast.expr) -> bool:
    """Whether a value can be changed later: displays, comprehensions and constructors of lists, dicts and sets.

    Inside a tuple too; what a freezing constructor is given is copied or only seen through it.
    """
    match value:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Tuple(elts=parts):
            return any(map(is_mutable, parts))
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return is_mutable(one) or is_mutable(other)
        case ast.Call(func=function):
            return name_of(function) in MUTABLE_TYPES
        case _:
            return False


@pytest.mark.parametrize(
    "rule",
    [
        undocumented,
        too_long,
        speaking,
        touching_files,
        catching_everything,
        opening_connections,
        named_after_nothing,
        keeping_state,
    ],
)
def test_no_module_breaks_the_rule(rule: Rule) -> None:
    broken = violations(rule)
    assert not broken, "\n".join(broken)


def test_longer_modules_are_still_long() -> None:
    long = {module.path for module in modules() if len(module.text.splitlines()) > MOST_LINES}
    assert set(LONGER_MODULES) <= long


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (undocumented, "x = 1"),
        (too_long, "\n" * (MOST_LINES + 1)),
        (too_long, "def f():\n" + "    pass\n" * MOST_FUNCTION_LINES),
        (speaking, "print(1)"),
        (speaking, "import sys\nsys.exit(1)"),
        (speaking, "raise SystemExit(1)"),
        (touching_files, "open('a')"),
        (touching_files, "path.read_text(encoding='utf-8')"),
        (catching_everything, "try:\n    f()\nexcept:\n    pass"),
        (catching_everything, "try:\n    f()\nexcept (ValueError, Exception):\n    pass"),
        (catching_everything, "with contextlib.suppress(Exception):\n    f()"),
        (opening_connections, "from urllib import parse, request"),
        (opening_connections, "import urllib.request"),
        (keeping_state, "SEEN = []"),
        (keeping_state, "SEEN = {'a': 1}"),
        (keeping_state, "SEEN: dict[str, int] = {}"),
        (keeping_state, "SEEN: Mapping[str, list[int]] = {}"),
        (keeping_state, "SEEN = (1, [])"),
        (keeping_state, "SEEN = collections.defaultdict(list)"),
        (keeping_state, "class A:\n    seen = set()"),
        (keeping_state, "def f():\n    global seen"),
    ],
)
def test_rule_sees_what_it_forbids(rule: Rule, text: str) -> None:
    assert list(rule(module_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "NAMES = ('a', 'b')",
        "NAMES = frozenset({'a'})",
        "TABLE = MappingProxyType({'a': 1})",
        "TABLE: Mapping[str, tuple[int, ...]] = {'a': (1,)}",
        "PATTERN = re.compile('a')",
        "__all__ = ['f']",
        "def f():\n    seen = []\n    return seen",
    ],
)
def test_what_cannot_be_changed_is_no_state(text: str) -> None:
    assert list(keeping_state(module_of(text))) == []
