"""The dossier: a whole story as one HTML file that opens from a disk and asks nothing of any network."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dateline.story import Story
from dateline.story.views import RejectionRow
from dateline.web.desk import Desk
from dateline.web.drawing.graph import draw_network
from dateline.web.drawing.strip import Strip, draw_strip
from dateline.web.links import WithinDocument
from dateline.web.parts.actors import Actors, actors
from dateline.web.parts.ahead import Ahead, ahead
from dateline.web.parts.copies import OneSource, SharedText, copies, one_sources
from dateline.web.parts.disputes import Dispute, disputes
from dateline.web.parts.masthead import Masthead, masthead
from dateline.web.parts.network import Network, network
from dateline.web.parts.reports import Listed, reports
from dateline.web.parts.speech import Speech, speech
from dateline.web.parts.timeline import Timeline, timeline
from dateline.web.templating import environment, style

ROWS = 400  # of a section: below a megabyte for a hundred reports; the others are counted


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

    @classmethod
    def of(cls, story: Story, title: str | None = None, rows: int = ROWS) -> Dossier:
        """Read a story; without a title it is called by its best-attested people."""
        desk = Desk(story)
        moments, ties = timeline(desk, rows), network(desk, rows)
        listed, rejected = reports(desk)
        return cls(
            masthead=masthead(desk, title),
            disputes=disputes(desk),
            timeline=moments,
            strip=draw_strip(moments),
            ahead=ahead(desk),
            speech=speech(desk, rows),
            actors=actors(desk, rows),
            network=ties,
            graph=draw_network(ties, lambda tie: f"#{tie.id}"),
            copies=copies(desk),
            sources=one_sources(desk),
            reports=listed,
            rejections=rejected,
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


def dossier_html(story: Story, title: str | None = None, rows: int = ROWS) -> str:
    """The document as text, at most `rows` in each section; the same story gives the same text."""
    template = environment().get_template("dossier/document.html.j2")
    dossier = Dossier.of(story, title, rows)
    to = WithinDocument(dossier.anchors)
    html = template.render(dossier=dossier, to=to, style=style("page.css"))
    return html + "\n"
