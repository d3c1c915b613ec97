"""The dossier: a whole story as one HTML file that opens from a disk and asks nothing of any network."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dateline.story import Story
from dateline.story.views import Overview, RejectionRow, overview
from dateline.web.desk import Citation, Desk
from dateline.web.drawing.graph import draw_network
from dateline.web.drawing.strip import Strip, draw_strip
from dateline.web.embedded import FORMAT, as_data, rows_of
from dateline.web.links import WithinDocument
from dateline.web.narrowed import NarrowedDesk, Part
from dateline.web.parts.actors import Actors, actors
from dateline.web.parts.ahead import Ahead, ahead
from dateline.web.parts.copies import OneSource, SharedText, copies, one_sources
from dateline.web.parts.disputes import Dispute, disputes
from dateline.web.parts.masthead import Masthead, masthead
from dateline.web.parts.network import Network, network
from dateline.web.parts.reader import Paragraphed, text_of
from dateline.web.parts.reports import Listed, reports
from dateline.web.parts.speech import Speech, speech
from dateline.web.parts.timeline import Timeline, timeline
from dateline.web.run import run_of
from dateline.web.templating import environment, style

ROWS = 400  # of a section: below a megabyte for a hundred reports; the others are counted


ALL = Part()


@dataclass(frozen=True, slots=True)
class FullText:
    """A report as it stands."""

    cited: Citation
    title: str | None
    lines: tuple[Paragraphed, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Every section of the document, in its order."""

    masthead: Masthead
    disputes: list[Dispute]
    timeline: Timeline
    strip: Strip | None
    ahead: list[Ahead]
    speech: Speech
    actors: Actors
    network: Network
    graph: Markup | None
    copies: list[SharedText]
    sources: list[OneSource]
    reports: list[Listed]
    rejections: list[RejectionRow]
    acts: int  # of this part of the story
    somebodies: int
    whole: Overview
    narrowed: str | None  # to what, in words
    run: str
    data: Markup
    texts: list[FullText]

    @classmethod
    def of(
        cls, story: Story, title: str | None = None, rows: int = ROWS, part: Part = ALL, *, full_text: bool = False
    ) -> Dossier:
        """Read a story or a part of it; without a title it is called by its best-attested people."""
        desk = Desk(story) if part.is_all else NarrowedDesk(story, part)
        narrowed = desk.words if isinstance(desk, NarrowedDesk) else None
        run = run_of(story.connection)
        moments, ties = timeline(desk, rows), network(desk, rows)
        listed, rejected = reports(desk)
        said, head = speech(desk, rows), masthead(desk, title)
        whole = overview(story) if narrowed else head.given
        shown = rows_of(desk, (act.id for act in moments.acts), (line.id for line in said.lines))
        about = {
            "format": FORMAT,
            "title": head.title,
            "narrowed": narrowed,
            "reports_in_story": whole.reports - whole.earlier_versions,
            "run": run,
            "reports_digest": head.digest,
        }
        return cls(
            masthead=head,
            disputes=disputes(desk),
            timeline=moments,
            strip=draw_strip(moments),
            ahead=ahead(desk),
            speech=said,
            actors=actors(desk, rows),
            network=ties,
            graph=draw_network(ties, lambda tie: f"#{tie.id}"),
            copies=copies(desk),
            sources=one_sources(desk),
            reports=listed,
            rejections=[] if narrowed else rejected,
            acts=len(desk.events),
            somebodies=len(desk.actors),
            whole=whole,
            narrowed=narrowed,
            run=run,
            data=as_data(about | shown),
            texts=full_texts(desk) if full_text else [],
        )

    @property
    def disputed(self) -> dict[str, str]:
        """The dispute about a record, by its id."""
        return {dispute.about_id: dispute.id for dispute in self.disputes}

    @property
    def anchors(self) -> frozenset[str]:
        """The ids that a link on the page can lead to."""
        acts = (act.id for act in self.timeline.acts)
        said = (line.id for line in self.speech.lines)
        somebodies = (one.row.id for one in (*self.actors.told, *self.actors.mentioned))
        speakers = (f"said-{speaker.id}" for speaker in self.speech.speakers if speaker.id)
        disputed = (dispute.id for dispute in self.disputes)
        return frozenset((*acts, *said, *somebodies, *speakers, *disputed))


def full_texts(desk: Desk) -> list[FullText]:
    """Every report that any of it is cited from, as its lines with what is no part of the report told apart."""
    cited = {telling.report for row in desk.events for telling in desk.tellings(row.id)}
    cited |= {row.report for group in desk.utterances for row in group} | {row.report for row in desk.conflicts}
    given = [desk.directory.reports[id_] for id_ in desk.numbers if id_ in cited]
    return [FullText(desk.cite(report.id), report.title, text_of(desk, report, (), None)) for report in given]


def dossier_html(
    story: Story, title: str | None = None, rows: int = ROWS, part: Part = ALL, *, full_text: bool = False
) -> str:
    """The document as text, at most `rows` in each section; the same story gives the same text."""
    template = environment().get_template("dossier/document.html.j2")
    dossier = Dossier.of(story, title, rows, part, full_text=full_text)
    to = WithinDocument(dossier.anchors)
    html = template.render(dossier=dossier, to=to, style=style("page.css"))
    return html + "\n"
