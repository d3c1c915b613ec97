"""A report as a file of its paper: headers, bylines, captions, teasers; and which text of it is furniture."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from random import Random

from eval.generate.days import month_day
from eval.generate.newsroom import Report
from eval.generate.phrases import phrases
from eval.generate.plot import MONTHS

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{iso}T07:30:00+00:00">
<style>.cookie{{position:fixed}}</style><script>var page = "article";</script></head><body>
<div class="cookie"><p>{cookies}</p><button>Accept all</button></div>
<header><a class="logo" href="/">{outlet}</a>
<nav><a href="/world">World</a> <a href="/money">Money</a></nav></header>
<main><article>
<h1>{title}</h1>
<p class="byline">{byline}</p>
<time datetime="{iso}">{day}</time>
<figure><img src="/img/1.jpg" alt=""><figcaption>{caption}</figcaption></figure>
{body}
</article>
<section class="most-read"><h2>Most read</h2>
<ul><li><a href="/a1">{teaser}</a></li><li><a href="/a2">{other}</a></li></ul></section>
<section id="comments"><h2>Comments</h2><div class="comment"><p>{comment}</p></div></section></main>
<footer><p>© {year} {outlet}. All rights reserved.</p></footer>
</body></html>
"""
WRITERS = ("Edda Lorne", "Jonas Petrel", "Maud Fenner", "Oskar Till", "Tilda Rask", "Ben Arlow")


@dataclass(slots=True)
class Printed:
    """A report's text as its file has it, and the furniture in it."""

    text: str
    furniture: list[str] = field(default_factory=list)


def printed(report: Report, random: Random) -> Printed:
    """The report in its paper's form."""
    form = report.outlet.form
    body = [p.text for p in report.paragraphs]
    furniture: list[str] = []
    if report.how == "wire" or (report.credited and random.random() < 0.5):
        line = f"{report.town.name.upper()}, {month_day(report.published, True)} ({report.voice.acronym}) —"
        body[0] = f"{line} {body[0]}"
        furniture.append(line)
    by = byline(report, random)
    if form == "jsonl":
        return Printed(record(report, body, by), furniture)
    if form == "html":
        return page(report, body, by, furniture, random)
    return plain(report, body, by, furniture, random)


def byline(report: Report, random: Random) -> str:
    """Who signs: the agency for its text and credited copies, a writer otherwise."""
    if report.how == "wire":
        return f"By {report.voice.name}"
    if report.credited:
        return f"By {report.voice.acronym}" if random.random() < 0.5 else f"By {report.voice.name}"
    return f"By {random.choice(WRITERS)}"


def plain(report: Report, body: list[str], by: str, furniture: list[str], random: Random) -> Printed:
    """A text file, headed as the paper does it."""
    day, outlet = report.published, report.outlet
    if random.random() < 0.4:
        appeal = random.choice(phrases("colour")["furniture"]["below"])
        body = [*body, appeal]
        furniture.append(appeal)
    text = "\n\n".join(body)
    if outlet.header == "plain":
        credit = f"{by}\n\n" if report.credited else ""
        furniture += [f"date {day}", *([by] if credit else [])]
        return Printed(f" date {day} {report.headline}\n\n{credit}{text}\n", furniture)
    if outlet.header == "front":
        head = [f"title: {report.headline}", f"date: {day}", f"source: {outlet.name}", f"author: {by[3:]}"]
        furniture += ["title:", *head[1:]]
        return Printed("\n".join(["---", *head, "---", "", text, ""]), furniture)
    shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}" if outlet.header == "title" else str(day)
    head = [f"Title: {report.headline}", f"Date: {shown}", f"Source: {outlet.name}", by]
    furniture += ["Title:", *head[1:]]
    return Printed("\n".join([*head, "", text, ""]), furniture)


def record(report: Report, body: list[str], by: str) -> str:
    """One line of a JSONL file, as news crawlers write them."""
    domain = report.outlet.name.removeprefix("The ").lower().replace(" ", "-") + ".example"
    row = {
        "title": report.headline, "maintext": "\n\n".join(body), "date_publish": f"{report.published} 06:15:00",
        "source_domain": domain, "language": "en", "authors": [by[3:]],
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"


def page(report: Report, body: list[str], by: str, furniture: list[str], random: Random) -> Printed:
    """A web page with what surrounds an article."""
    table = phrases("colour")["furniture"]
    teaser, other = random.sample(table["teasers"], 2)
    day = report.published
    values = {
        "title": report.headline, "outlet": report.outlet.name, "iso": str(day),
        "cookies": random.choice(table["top"]), "year": str(day.year), "other": other,
        "byline": by, "day": f"{day.day} {MONTHS[day.month - 1]} {day.year}", "teaser": teaser,
        "caption": random.choice(table["captions"]).format(
            p=report.town.name, photographer=random.choice(WRITERS)
        ),
        "comment": random.choice(table["comments"]),
    }  # fmt: skip
    text = PAGE.format(
        **{k: escape(v) for k, v in values.items()}, body="\n".join(f"<p>{escape(p)}</p>" for p in body)
    )
    furniture += [values[k] for k in ("cookies", "byline", "caption", "teaser", "other", "comment")]
    return Printed(text, furniture)
