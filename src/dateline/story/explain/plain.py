"""Plain words for the short names that rules, kinds and scores have in a story file.

A rule names itself in a few words ("clause: say", "narrative day"). What is known here is told as a sentence; a
name that is not known here, of a stage of somebody else's, is shown as it stands.
"""

from __future__ import annotations

import re

from dateline.model import EventType, FurnitureKind, MarkReason
from dateline.model.report import Field
from dateline.story.wording import list_in_words

READERS = {
    "txt": "plain text",
    "html": "a web page",
    "jsonl": "a record of JSON",
    "feed": "an item of a feed",
    "csv": "a row of a table",
    "mail": "a mail or a saved page",
    "pdf": "a PDF file",
    "docx": "a Word file",
    "extract": "what trafilatura wrote of a page",
}

FIELDS = {
    Field.TITLE: "title",
    Field.PUBLISHED: "day of publication",
    Field.OUTLET: "outlet",
    Field.BYLINE: "byline",
    Field.AGENCY: "agency",
    Field.URL: "address",
}

FURNITURE = {
    FurnitureKind.HEADER: "A line with the report's own particulars",
    FurnitureKind.BYLINE: "The line that names the author",
    FurnitureKind.CAPTION: "The caption of a picture",
    FurnitureKind.TEASER: "A pointer to other stories",
    FurnitureKind.APPEAL: "An appeal to subscribe, to give or to read on",
    FurnitureKind.NAVIGATION: "A menu or the name of a section",
    FurnitureKind.CONSENT: "A note on cookies or privacy",
    FurnitureKind.SHARE: "Links for sharing the page",
    FurnitureKind.COMMENT: "A reader's comment",
    FurnitureKind.CREDIT: "A credit or a note of copyright",
    FurnitureKind.TAGS: "Keywords",
    FurnitureKind.CORRECTION: "A note on a correction",
    FurnitureKind.OTHER: "Other page text",
}

EVENTS = {
    EventType.AGREE: "an agreement, an offer or a promise",
    EventType.CONSULT: "a meeting, a visit or talks",
    EventType.SUPPORT: "support or praise",
    EventType.CONCEDE: "a concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "help given",
    EventType.RETREAT: "a release, a resignation or a withdrawal",
    EventType.REQUEST: "a demand or an appeal",
    EventType.ACCUSE: "criticism or an accusation",
    EventType.REJECT: "a refusal or a denial",
    EventType.THREATEN: "a threat or a warning",
    EventType.PROTEST: "a protest",
    EventType.SANCTION: "a sanction or the end of dealings",
    EventType.MOBILIZE: "a show of force",
    EventType.COERCE: "force used on people, short of an attack",
    EventType.ASSAULT: "an attack",
    EventType.ELECTION: "an election or a vote",
    EventType.OFFICE: "somebody takes, holds or leaves an office",
    EventType.MOVE: "somebody goes from one place to another",
    EventType.INTERVIEW: "an interview",
    EventType.OTHER: "an act of no kind that the list of kinds has",
}

MARKS = {
    MarkReason.SCARE: "words held at arm's length",
    MarkReason.TITLE: "a title or a name",
    MarkReason.NICKNAME: "a nickname",
    MarkReason.TERM: "a word that is spoken about",
    MarkReason.MOTTO: "a motto",
    MarkReason.UNATTRIBUTED: "nothing tells who says it",
}

_FRAMES = {
    "act": "somebody does it to somebody",
    "contest": "somebody does it to somebody",
    "undergo": "it is done to somebody",
    "demand": "somebody says that somebody else must do something",
    "speak": "somebody does it to somebody by words",
    "ask": "somebody wants somebody to do something",
    "meet": "all who take part do it together",
    "visit": "somebody comes to somebody",
    "host": "somebody is host to somebody",
    "solo": "somebody does it",
    "move": "somebody goes somewhere",
    "vote": "somebody votes for somebody",
}
_TIMES = {
    "narrative day": "no day is told with it; it takes the day that the report is telling of",
    "with its word": "the day stands with the word for the act",
    "in its clause": "the day stands in the same clause",
    "in its sentence": "the day stands in the same sentence",
    "in the clause coordinated with it": "the day stands in the clause that is joined to it",
    "in the clause that tells it": "the day stands with the verb that tells, promises or demands it",
    "in the days before it was told": "it was over when it was told; the days up to that day",
    "with the act that it belongs to": "it takes the day of the act that it is a part of",
    "with what stands beside it in its sentence": "it takes the day of what stands beside it in the sentence",
    "the same act, dated elsewhere in the report": "the report gives the day of this act in another place",
    "before publication": "all that is known is that it was before the report came out",
    "after publication": "it was still to come when the report came out",
    "reported as done: the days before": "it is told as done; the days up to publication",
    "recent: the week before": "it is mentioned as recent; the week up to publication",
    "earlier: the month before": "it is told as earlier; the month up to publication",
    "none": "nothing tells when",
}
_WHOM = {  # what the rule of a quotation ends in: how its speaker was found
    ", by a description": "the report calls the speaker so in another place",
    ", in answer": "the speaker was spoken to just before, and answers",
}
_OWN_WORD = re.compile(r"(?P<kind>verb|noun) '(?P<word>[^']*)', frame (?P<frame>\w+)")
_CLASSIFIED = re.compile(r"verb '(?P<word>[^']*)', classifier (?P<sure>[\d.]+): (?P<because>.+)")
_BY_EXAMPLES = re.compile(r"verb '(?P<word>[^']*)', examples of '(?P<type>[^']*)' (?P<near>[\d.]+)")
_FEATURES = {
    "path": "“{}” on the way from one to the other",
    "between": "“{}” printed between them",
    "word": "“{}” in the sentence",
    "order": "their order ({})",
}
_CUES = (
    (re.compile(r"clause: (.+)"), "what follows “{}” in the same sentence"),
    (re.compile(r"part of clause: (.+)"), "the marked part of what follows “{}”"),
    (re.compile(r"part of (.+)"), "the marked part of what the sentence reports ({})"),
    (re.compile(r"cue after: (.+)"), "“{}” stands after the words"),
    (re.compile(r"cue before: (.+)"), "“{}” stands before the words"),
    (re.compile(r"cue near: (.+)"), "“{}” stands near the words"),
    (re.compile(r"interrupted: (.+)"), "“{}” stands between two parts of the words"),
    (re.compile(r"noun: (.+)"), "the noun “{}” tells of it"),
    (re.compile(r"name and colon(?: in marks)?"), "a name and a colon stand before the words"),
    (re.compile(r"name after a dash"), "a dash and a name stand after the words"),
    (re.compile(r"answer to a question: (.+)"), "they answer what was asked, by the verb “{}”"),
    (
        re.compile(r"cue in the paragraph before: .+|cue in the paragraph before"),
        "the paragraph before leads them in",
    ),
    (re.compile(r"goes on from the paragraph before"), "the speech of the paragraph before was left open"),
    (
        re.compile(r"goes on in the next paragraph"),
        "the speech was left open, and the next paragraph names the speaker",
    ),
    (re.compile(r"goes on in the same line"), "they go on after the speaker in one line of a dialogue"),
    (re.compile(r"turn in a dialogue"), "two people take turns in a dialogue"),
    (re.compile(r"turn of somebody else in a dialogue"), "a line of a dialogue that names no speaker"),
    (re.compile(r"question in an interview"), "a question of an interview, whoever asks"),
    (re.compile(r"answer in an interview"), "an answer of an interview, by the one who spoke last before it"),
    (re.compile(r"subject of the sentence before"), "the sentence before them is about the speaker"),
    (
        re.compile(r"the same words with a speaker"),
        "the report gives the same words with a speaker in another place",
    ),
    (re.compile(r"no cue"), "nothing beside the words tells who says them"),
    (re.compile(r"run of speech"), "the words go on from those before, with no other speaker named"),
    (re.compile(r"according to"), "“according to”, or words like it"),
)


def event_rule(rule: str) -> str:
    """`verb 'meet', frame meet` as `by the verb “meet”: all who take part do it together`."""
    if found := _CLASSIFIED.fullmatch(rule):
        because = list_in_words([feature_in_words(each) for each in found["because"].split(", ")])
        told = f"no list has the verb “{found['word']}”; by the classifier ({found['sure']})"
        return f"{told}, most of all by {because}"
    if found := _BY_EXAMPLES.fullmatch(rule):
        return f"by the verb “{found['word']}”, like the examples of your type “{found['type']}” ({found['near']})"
    found = _OWN_WORD.match(rule)
    if found is None or found["frame"] not in _FRAMES:
        return f"by the rule: {rule}"
    return f"by the {found['kind']} “{found['word']}”: {_FRAMES[found['frame']]}{rule[found.end() :]}"


def feature_in_words(feature: str) -> str:
    """`path:offer` as `“offer” on the way from one to the other`."""
    kind, _, value = feature.partition(":")
    return _FEATURES.get(kind, f"“{{}}” as {kind}").format(value)


def speech_rule(rule: str) -> str:
    """`cue after: say` as `by the rule: “say” stands after the words`."""
    whom = ""
    for ending, told in _WHOM.items():
        if rule.endswith(ending):
            rule, whom = rule.removesuffix(ending), f"; {told}"
    for pattern, told in _CUES:
        if found := pattern.fullmatch(rule):
            return f"by the rule: {told.format(*found.groups())}{whom}"
    return f"by the rule: {rule}{whom}"


def time_rule(rule: str) -> str:
    """How a day came to an act, as a clause."""
    return _TIMES.get(rule, rule)
