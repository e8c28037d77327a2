"""Everything a verdict hangs on beside the submission -> one hash: rules, policy, waivers, language and the tool."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from reviewer.batch.charge import Charge
from reviewer.rulebook.folder import knowledge
from reviewer.rulebook.waivers import read_waivers


def state_of(charge: Charge, tool: str) -> str:
    """The state; ReviewerError where one of the files cannot be read. A waiver that has expired is another one."""
    further = [Path(each) for each in (charge.policy, *charge.advisories, charge.waivers) if each is not None]
    known = knowledge([Path(each) for each in charge.rules], further)
    day = date.fromisoformat(charge.when[:10])
    waivers = () if charge.waivers is None else read_waivers(Path(charge.waivers)).entries
    expired = "".join("x" if each.until < day else "-" for each in waivers)
    return hashlib.sha256(f"{known.hex()} {tool} {charge.language} {expired}".encode()).hexdigest()
