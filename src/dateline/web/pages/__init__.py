"""The pages of the desk, one a file: from what an address asks for to what its template prints.

page.py        what a page is; forms.py, what a list can be narrowed by; orders.py, what it can be sorted by
overview.py    the three counts, disputes first, what is missing
timeline.py    acts in the order of time
speech.py      who said what
actors.py      everybody; actor.py, one of them
network.py     who has to do with whom
claims.py      what can be checked, value by value; disputes.py, values that cannot all hold
reports.py     all reports, and the inputs that are none; report.py, one of them in the reader
compare.py     reports side by side
search.py      words looked for, wherever they stand
record.py      what stands behind one record
review.py      what a person may want to rule on
runs.py        what each build changed, and the audit trail
keys.py        what the keys do

A page reads through the desk alone and writes nothing; forms go to web/ruling.py. To add one: a file here with a
`PAGE`, a template of the same name in templates/pages/, a line in `PAGES`, and a test.
"""

from dateline.web.pages import (
    actor,
    actors,
    claims,
    compare,
    disputes,
    keys,
    network,
    overview,
    record,
    report,
    reports,
    review,
    runs,
    search,
    speech,
    timeline,
)
from dateline.web.pages.page import Page

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    timeline.PAGE,
    speech.PAGE,
    actors.PAGE,
    actor.PAGE,
    network.PAGE,
    claims.PAGE,
    disputes.PAGE,
    reports.PAGE,
    report.PAGE,
    compare.PAGE,
    review.PAGE,
    runs.PAGE,
    search.PAGE,
    record.PAGE,
    keys.PAGE,
)

__all__ = ["PAGES", "Page"]
