"""The report on a new version of what was approved, in a real browser."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
import review_samples as samples
from playwright.sync_api import Browser
from report_page import AXE, opened

from reviewer.review import Review, fingerprints
from reviewer.revision import Accepted, ApprovedVersion, FileStanding, Trait, TraitKind, revised

pytestmark = pytest.mark.browser

HOSTILE = '"><script>window.pwned = 3</script>\u202egpj.js'


def again() -> Review:
    """The ordinary sample as a version of what was approved: one file as it was, one changed, one gone."""
    now = samples.ordinary()
    script, style = now.submission.files
    named = fingerprints(now.findings)
    known = next(finding for finding in now.findings if finding.location.file is style)
    before = ApprovedVersion(
        review=3,
        decision=4,
        outcome="conditional",
        conditions=HOSTILE,
        approver="見本 一郎",
        day=date(2026, 4, 1),
        until=date(2027, 4, 1),
        name=HOSTILE,
        sha256="0" * 64,
        plugin_id=None,
        rulebook="",
        policy="",
        files={style.path: style.sha256, script.path: "1" * 64, HOSTILE: "2" * 64},
        findings=(
            Accepted(named[known], known.rule.id, known.rule.severity.value, style.path, None),
            Accepted("3" * 64, HOSTILE, "high", HOSTILE, None),
        ),
        gaps=(),
        traits=(Trait(TraitKind.HOST, HOSTILE, ""),),
    )
    does = (Trait(TraitKind.HOST, "hooks.example.com", ""), Trait(TraitKind.FIELD, "申請者名", "read"))
    told = revised(before, now.submission, named, now.gaps, does, states=("", ""), today=date(2026, 11, 1))
    assert {file.standing for file in told.files} >= {
        FileStanding.UNCHANGED,
        FileStanding.CHANGED,
        FileStanding.REMOVED,
    }
    return dataclasses.replace(now, revision=told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_axe_finds_nothing_and_nothing_leaves_the_page(
    scheme: Literal["light", "dark"], width: int, browser: Browser, tmp_path: Path, npm_packages: Path
) -> None:
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with opened(browser, tmp_path, again(), scheme=scheme, width=width) as (page, complaints):
        assert page.locator("#revision").is_visible()
        assert page.evaluate("window.pwned") is None
        assert complaints == []
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_new_leads_to_the_finding_and_what_stays_approved_says_so(browser: Browser, tmp_path: Path) -> None:
    review = again()
    assert review.revision is not None
    with opened(browser, tmp_path, review) as (page, _):
        new = page.locator("table[aria-labelledby='revision-new'] th[scope=row] a")
        assert new.count() == len(review.revision.new) > 0
        new.first.click()
        target = page.locator(f"[id='{(new.first.get_attribute('href') or '')[1:]}']")
        assert target.is_visible()
        assert "hooks.example.com" in page.locator("table[aria-labelledby='revision-added']").inner_text()
        assert page.get_by_text("\u202e").count() == 0  # shown as what it is, never obeyed
