"""What was uploaded to kintone -> a review that a city official can read, question and sign.

A map of the package, in the order data travels; imports go the other way only, which `lint-imports` holds.

=====================  =============================================================================================
`source`               a file's text and places in it; lines and columns only at the edge
`submission`           everything handed in, read once: files, URL-only resources, which scripts share a page
`rule`                 what is known: rules and what they check, models of APIs, policy, regulation
`finding`              what a rule objects to, with its trace; and gaps: what could not be examined, and why
`dossier`              what the submission does, in plain facts
`declaration`          what its department says it does (`declarable`: in which words, `form`: the sheet to fill in)
`comparison`           the two side by side: what agrees, what departs, what a person must check
`waiver`               findings that a person answers for, until a day
`uncompiled`           sources that stand for what will run, and what that means
`overlap`              what one finding says of a place that another says better
`revision`             what changed since the version that was approved last
`decision`             what people decided, and why the procedure may refuse it
`review`               all of it in order, with a proposed verdict
`summary`              one review in one line of a batch: what a list of thousands can hold of it
`text` `errors`        words in both languages; the one error a user of the reviewer can cause
`record`               classes of things that nobody changes: quick to make and quick to define
`answers`              what slow tools said before, by the bytes they were asked about
`pool`                 jobs that do not need one another, done by several processes
`place` `destination`  the language for places in an API; where a URL leads as browsers see it
`versions`             version strings of libraries in their order
`masking` `scalar`     secrets made unreadable before anything is shown; any text as one harmless scalar of YAML
`intake`               files, folders, archives, plug-ins, manifests -> Submission
`rulebook`             rules/, policies, applications, lists of waivers -> nouns, or every mistake in them at once
`javascript`           JavaScript, TypeScript -> Ast (two parsers, one a witness) -> Facts: scopes, constants, flow
`stylesheet` `markup`  CSS and HTML -> facts with their places
`ledger`               who decided what about which bytes: append-only, in SQLite or PostgreSQL
`engines`              facts and rules -> findings and gaps; one engine answers one form of check
`report`               Review -> HTML, SARIF, JSON, text, Excel; Register -> CSV, Excel, JSON; Summaries -> an index
`reading`              Submission -> everything parsed, pages followed: what engines look at
`pipeline`             the straight line through all of this: Submission + Rulebook + Policy -> Review
`gate`                 a change in git -> may it pass
`batch`                a store of submissions -> a folder of results, in many processes, that survives anything
`rehearsal`            house rules and the samples beside them -> expectations that do not come true
`fetching`             what runs in kintone -> a store of submissions; alone in opening connections
`cli`                  the command; alone in printing and exiting
=====================  =============================================================================================

What holds everywhere:

1. Imports go down, and each outside tool is known to one module.
2. Only `cli` prints or exits. Only `intake`, `rulebook` and `engines.semgrep` read; only `cli` writes; `ledger` does
   both to the database it is told, `batch` to its folder of results, `fetching` to the store it is told, and to nothing
   else. Nothing but `fetching` opens a connection, and nothing but its command imports it.
3. Python knows no rule id and no name of kintone's API: that is data under `rules/`. Formats of files are code.
4. A syntax tree is never changed; facts about it stand in side tables. No module keeps state.
5. What was not examined is in the review as a Gap. What is wrong with a submission is never an error of ours.
6. Submitted text cannot choose which rules run, cannot run itself, and cannot reach the network, the terminal's
   control characters or the report's HTML. Secrets found are shown masked.
7. The same input gives the same bytes.

From Python, in three steps::

    submission = reviewer.intake.read(Path("plugin.zip"))
    rulebook, policy = reviewer.rulebook.load()
    result = reviewer.pipeline.review(submission, rulebook, policy)

Nothing is re-exported here, so that the command answers at once: heavy modules are imported where they are used.
"""

from __future__ import annotations

__version__ = "0.1.0"
