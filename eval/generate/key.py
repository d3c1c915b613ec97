"""The key of a generated story, as the story task's expected.yaml, from what the telling wrote down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

from eval.generate.facts import conflicts_of, event_of, update_of
from eval.generate.newsroom import Report
from eval.generate.story import Generated
from eval.generate.telling import Quoted, Told
from eval.generate.world import Actor

Row = dict[str, Any]
STOCK = "stock-"  # ids of words that many people say


def expected(story: Generated, furniture: dict[str, list[str]]) -> Row:
    """Every section that the story has something for."""
    reports = story.reports
    told = told_of(reports)
    quoted = quoted_of(reports)
    events = [event_of(rows) for rows in told.values()]
    sections: Row = {
        "reports": {r.id: report_row(r, furniture[r.id]) for r in reports},
        "lineage": [*lineage(reports), *borrowed(quoted)],
        "actors": list(actors_of(story)),
        "quotations": [row for rows in quoted.values() for row in quotation_rows(rows)],
        "not_quotations": [
            {"in": r.id, "text": word} for r in reports for p in r.paragraphs for word in p.scare
        ],
        "reported_speech": [
            {"in": r.id, "speaker": one.speaker.id, "text": one.text}
            for r in reports for p in r.paragraphs for one in p.reported
        ],
        "events": events,
        "conflicts": [
            *(row for rows in told.values() for row in conflicts_of(rows)),
            *statements(story), *attributions(quoted),
        ],
        "agreements": [row for rows in told.values() if (row := agreement(rows))],
        "updates": [row for rows in told.values() if (row := update_of(rows))],
        "corroboration": [row for rows in told.values() if (row := corroboration(rows))],
        "quote_groups": [*utterances(quoted), *lookalikes(quoted)],
    }  # fmt: skip
    return {name: rows for name, rows in sections.items() if rows}


def told_of(reports: list[Report]) -> dict[str, list[tuple[Report, Told]]]:
    """What was told of each happening, in order of the reports."""
    found: dict[str, list[tuple[Report, Told]]] = defaultdict(list)
    for report in reports:
        for paragraph in report.paragraphs:
            for one in paragraph.told:
                found[one.happening.id].append((report, one))
    return dict(found)


def quoted_of(reports: list[Report]) -> dict[str, list[tuple[Report, Quoted]]]:
    """Where each utterance is printed in marks."""
    found: dict[str, list[tuple[Report, Quoted]]] = defaultdict(list)
    for report in reports:
        for paragraph in report.paragraphs:
            for one in paragraph.quoted:
                found[one.utterance].append((report, one))
    return dict(found)


def report_row(report: Report, furniture: list[str]) -> Row:
    """Date, outlet, headline, furniture."""
    named = report.outlet.form != "txt" or report.outlet.header != "plain"
    row: Row = {
        "published": report.published, "outlet": report.outlet.name if named else "unknown",
        "headline": report.headline,
    }  # fmt: skip
    if report.credited:
        row["credits"] = [report.voice.acronym]
    if report.unrelated:
        row["unrelated"] = True
    return row | ({"furniture": furniture} if furniture else {})


# --- actors


def actors_of(story: Generated) -> Iterator[Row]:
    """Everybody whom some report introduces, once, in the order of the world, with the names that are printed."""
    printed: dict[str, set[str]] = defaultdict(set)
    for report in story.reports:
        for who, names in report.known.items():
            printed[who] |= names
    met: set[str] = set()
    for actor in (story.world.league, *everybody(story), *story.people):
        if actor.id not in met and actor.id in printed:
            met.add(actor.id)
            yield actor_row(actor, printed[actor.id])


def everybody(story: Generated) -> Iterator[Actor]:
    """All actors of all casts and their countries."""
    for matter in story.matters:
        cast = matter.cast
        for country in (cast.home, cast.neighbour):
            yield from (country.actor, country.president, *country.towns)
        yield from (
            cast.premier, cast.minister, cast.successor, cast.envoy, cast.opposition, cast.prisoner, cast.activist,
            cast.spokesperson, cast.company,
        )  # fmt: skip


def actor_row(actor: Actor, printed: set[str]) -> Row:
    """Kind, names in both spellings, and those who are somebody else."""
    row: Row = {"id": actor.id, "kind": actor.kind, "names": sorted(printed, key=lambda name: (-len(name), name))}
    if actor.role:
        row["roles"] = [actor.role]
    return row | ({"never_same_as": list(actor.apart)} if actor.apart else {})


# --- quotations and utterances


def quotation_rows(rows: list[tuple[Report, Quoted]]) -> Iterator[Row]:
    """Each printed piece; one that names another than the speaker is an anomaly if another report has it right."""
    right = any(one.printed is one.speaker for _, one in rows)
    for report, one in rows:
        for piece in one.pieces:
            row: Row = {"in": report.id, "text": piece, "speaker": (one.speaker if right else one.printed).id}
            if right and one.printed is not one.speaker:
                row |= {"as_printed": one.printed.name, "anomaly": "attribution"}
            yield row


def utterances(quoted: dict[str, list[tuple[Report, Quoted]]]) -> Iterator[Row]:
    """Words of one moment that several reports have."""
    for id_, rows in quoted.items():
        texts = {report.id: " ".join(one.pieces) for report, one in rows}
        if len(texts) > 1:
            yield {"id": id_, "same": True, "texts": texts}


def lookalikes(quoted: dict[str, list[tuple[Report, Quoted]]]) -> Iterator[Row]:
    """Stock phrases said twice, by different people or on different days."""
    firsts = [(rows[0][0], rows[0][1].pieces[0]) for id_, rows in quoted.items() if id_.startswith(STOCK)]
    for number, ((a, text), (b, other)) in enumerate(pairwise(firsts)):
        if a.id != b.id and text.strip(",.") == other.strip(",."):
            yield {"id": f"alike-{number}", "same": False, "texts": {a.id: text, b.id: other}}


def attributions(quoted: dict[str, list[tuple[Report, Quoted]]]) -> Iterator[Row]:
    """One report gives the words to somebody else than the others do."""
    for id_, rows in quoted.items():
        if all(one.printed is not one.speaker for _, one in rows):
            continue
        for report, one in rows:
            if one.printed is not one.speaker:
                yield {
                    "id": f"{id_}-{report.id}", "kind": "attribution", "in": [report.id],
                    "printed": one.printed.id, "others_say": one.speaker.id,
                }  # fmt: skip


def statements(story: Generated) -> Iterator[Row]:
    """Contradictions of which both sides were told."""
    said: dict[str, list[tuple[Report, str]]] = defaultdict(list)
    for report in story.reports:
        for paragraph in report.paragraphs:
            for quoted in paragraph.quoted:
                said[quoted.utterance].append((report, quoted.pieces[0].rstrip(",.")))
            for reported in paragraph.reported:
                said[reported.statement].append((report, reported.text))
    for matter in story.matters:
        for one in matter.contradictions:
            claims, denials = said[f"{one.id}-claim"], said[f"{one.id}-denial"]
            if claims and denials:
                yield {
                    "id": one.id, "kind": "statement", "in": sorted({r.id for r, _ in claims + denials}),
                    "sides": {one.claimer.id: claims[0][1], one.denier.id: denials[0][1]},
                }  # fmt: skip


# --- sources


def lineage(reports: list[Report]) -> Iterator[Row]:
    """Each wire text with its copies."""
    texts: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.origin:
            texts[report.origin].append(report)
    for origin, copies in texts.items():
        if len(copies) > 1:
            yield {
                "origin": origin, "agency": copies[0].voice.acronym, "reports": [r.id for r in copies],
                "kinds": {r.id: r.how + (" with credit" if r.credited else "") for r in copies},
                "shared": {r.id: r.paragraphs[0].text for r in copies},
            }  # fmt: skip


def borrowed(quoted: dict[str, list[tuple[Report, Quoted]]]) -> Iterator[Row]:
    """Own reports that say that they have an utterance of two sentences from the agency."""
    for rows in quoted.values():
        lenders = [report for report, one in rows if not one.agency]
        takers = [(report, one) for report, one in rows if one.agency]
        pairs = [(t, one, other) for t, one in takers for other in lenders]
        pairs += [(a, one, b) for (a, one), (b, _) in combinations(takers, 2)]
        for taker, one, other in pairs:
            words = " ".join(one.pieces)
            yield {
                "reports": [taker.id, other.id],
                "shared": {taker.id: words, other.id: words},
                "agency": one.agency,
            }


def corroboration(rows: list[tuple[Report, Told]]) -> Row | None:
    """How many independent sources tell of a happening that several reports have."""
    reports = sorted({report.id for report, _ in rows})
    if len(reports) < 2:
        return None
    groups: dict[str, set[str]] = defaultdict(set)
    for report, one in rows:
        groups[source(report, one)].add(report.id)
    listed = sorted(sorted(group) for group in groups.values())
    return {"about": rows[0][1].happening.id, "origins": len(groups), "reports": len(reports), "groups": listed}


def source(report: Report, told: Told) -> str:
    """Whose telling it is: the agency's, the outlet's, or the report's alone where it does not name its outlet."""
    own = told.by == report.outlet.name
    unnamed = report.outlet.form == "txt" and report.outlet.header == "plain"
    return f"report {report.id}" if own and unnamed else told.by


def agreement(rows: list[tuple[Report, Told]]) -> Row | None:
    """Counts that are told differently and agree."""
    one = rows[0][1].happening
    values = {report.id: told.count for report, told in rows if told.count}
    if one.disputed or one.tolls or len(set(values.values())) < 2:
        return None
    return {"about": one.id, "values": values}
