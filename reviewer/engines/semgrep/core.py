"""Files and rules -> what semgrep-core prints about them: the one place that starts the tool.

The native core is called itself. Semgrep's usual entry point takes ten times as long, looks for its other half on PATH,
picks files by name and size, writes settings to the user's home and sends metrics; the core does none of that.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from reviewer.engines.semgrep.answer import Answer, Trouble, UnreadableError, read_answer
from reviewer.record import value

EXPRESSION_LIMIT = "Expression limit"  # not a kind of the core's own, which tells of it in its log alone
_PRINTED_BYTES = 256_000_000
_EXPRESSION_GAVE_UP = b"PCRE2 error"
_WITHOUT_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)

Pattern = Mapping[str, object]


@value
class Limits:
    """How far a run may go.

    `rule_seconds` is what one rule gets for one file, by a clock that runs while the analysis takes its share of the
    processor, too; after `rule_timeouts` of them a file is left.
    `characters` is the size above which a text is not given to Semgrep.
    """

    run_seconds: float
    rule_seconds: float
    rule_timeouts: int
    memory_mib: int
    characters: int


class CoreError(Exception):
    """The core gave no answer. `timed_out` tells the clock from a crash; `about_rules` that it choked on a rule."""

    def __init__(self, message: str, *, timed_out: bool, about_rules: bool) -> None:
        super().__init__(message)
        self.timed_out = timed_out
        self.about_rules = about_rules


@value
class Target:
    """A file in the working folder, to be looked at by one of Semgrep's analyzers ("javascript", "regex")."""

    name: str
    analyzer: str


def installed_core() -> Path | None:
    """The core of the Semgrep package in this very environment, or None. PATH is never asked."""
    spec = find_spec("semgrep")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "bin"
    return next((path for name in ("semgrep-core", "semgrep-core.exe") if (path := folder / name).is_file()), None)


def ask(
    core: Path, folder: Path, patterns: Sequence[Pattern], targets: Sequence[Target], *, seconds: float, limits: Limits
) -> Answer:
    """What the core finds in `targets`, which lie in the private `folder`; raises `CoreError`.

    Nothing taken from a submission stands on the command line or in a file name.
    """
    (folder / "rules.json").write_text(json.dumps({"rules": list(patterns)}), encoding="utf-8")
    (folder / "targets.json").write_text(json.dumps(_listed(targets)), encoding="utf-8")
    command = [
        str(core),
        "-json_nodots",
        *("-rules", "rules.json"),
        *("-targets", "targets.json"),
        *("-j", "1"),
        *("-timeout", str(limits.rule_seconds)),
        *("-timeout_threshold", str(limits.rule_timeouts)),
        *("-max_memory", str(limits.memory_mib)),
        "-disable_rule_paths",  # a submission chooses its file names, so no rule may depend on them
        "-fast",
    ]
    printed, said = folder / "printed.json", folder / "said.txt"
    status = _run(command, folder, printed, said, seconds)
    if printed.stat().st_size > _PRINTED_BYTES:
        raise CoreError("the answer is too large to read", timed_out=False, about_rules=False)
    try:
        answer = read_answer(printed.read_bytes())
    except UnreadableError as error:
        raise CoreError(f"exit status {status}: {error}", timed_out=False, about_rules=False) from error
    if status != 0:
        message = answer.troubles[0].message if answer.troubles else f"exit status {status}"
        raise CoreError(message, timed_out=False, about_rules=True)
    return _with_given_up_expressions(answer, said)


def _run(command: Sequence[str], folder: Path, printed: Path, said: Path, seconds: float) -> int:
    with printed.open("wb") as output, said.open("wb") as log:
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=log,
                timeout=max(seconds, 0.001),
                check=False,
                creationflags=_WITHOUT_WINDOW,
            )
        except subprocess.TimeoutExpired as error:
            raise CoreError(f"no answer after {seconds:.0f} s", timed_out=True, about_rules=False) from error
        except OSError as error:
            raise CoreError(f"cannot be started: {error.strerror}", timed_out=False, about_rules=False) from error
    return done.returncode


def _environment(folder: Path) -> Mapping[str, str]:
    """Nothing of the user's environment but what Windows needs to start a program at all."""
    private = str(folder)
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP"), private)
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {
        **kept,
        **homes,
        "SEMGREP_SETTINGS_FILE": str(folder / "settings.yml"),
        "SEMGREP_SEND_METRICS": "off",
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_LOG_SRCS": "semgrep.engine",  # says when a regular expression gave up, which the JSON does not
        "NO_COLOR": "1",
    }


def _listed(targets: Sequence[Target]) -> list[object]:
    """The `targets` of semgrep_output_v1.atd: files found already, so that the core goes looking for none."""
    return [
        "Targets",
        [
            [
                "CodeTarget",
                {
                    "path": {"fpath": target.name, "ppath": f"/{target.name}"},
                    "analyzer": target.analyzer,
                    "products": ["sast"],
                },
            ]
            for target in targets
        ],
    ]


def _with_given_up_expressions(answer: Answer, said: Path) -> Answer:
    with said.open("rb") as log:
        gave_up = any(_EXPRESSION_GAVE_UP in line for line in log)
    if not gave_up:
        return answer
    trouble = Trouble(kind=EXPRESSION_LIMIT, rule=None, target=None, message="", spans=())
    return Answer(matches=answer.matches, troubles=(*answer.troubles, trouble), scanned=answer.scanned)
