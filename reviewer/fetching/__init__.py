"""What runs in kintone -> a store that the other commands review; the one part of the package that opens connections.

    target, credentials     whom to ask, and as whom; neither is ever written down or shown
    connection              urllib3: GET and nothing else, retried, bounded in time and size, redirects not followed
    answers, api            the documented answers -> values, or `FetchError` that says why not
    naming, layout          registered names -> safe paths; what was had -> the files of one submission
    store                   folders that appear whole or not at all
    run                     all of it, some apps at a time

Each app is a folder `app-N` with customize-manifest.json, the files it names, the HTML of custom views (views.json) and
fetched.json: what could not be had, so that a review shows a gap and not silence, and which plug-ins the app has. The
same app gives the same bytes whenever it is fetched, so that a later review tells what really changed; name, revision
and time are a line of `fetch-log.jsonl` beside it. `not-fetched` holds the gaps that belong to no app's folder.
"""

from __future__ import annotations
