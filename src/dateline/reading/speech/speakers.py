"""From printed words to a chain of the report: names, roles, pronouns, and the run of speech."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, MentionForm, SpeechKind
from dateline.reading.chains import ChainIndex
from dateline.reading.names.salience import GENDERS
from dateline.reading.parsed import Parse
from dateline.reading.speech.clashes import Cast
from dateline.reading.speech.confidence import ANSWERING, DESCRIBED
from dateline.reading.speech.cues import is_medium, is_thought, verb_cue
from dateline.reading.speech.descriptions import described, in_the_paragraph
from dateline.reading.speech.grammar import addressee, noun_phrase
from dateline.reading.speech.heard import Heard, Paragraph
from dateline.reading.speech.sources import BODIES, CLAUSE_SUBJECTS, MAIN, RELATIVE, chain_of, meant_by
from dateline.reading.speech.variation import varied
from dateline.span import Words

RUN_OF_SPEECH = "run of speech"
_QUESTIONS = frozenset({"Q:", "Question:"})
_ANSWERS = frozenset({"A:", "Answer:"})
_TITLES = frozenset(
    {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Madam", "Minister", "President"}
)
_CALL_ENDS = frozenset(",.!?—–…")
_MYSELF = ("I", "me", "myself", "name")  # "I, Ann Lee, swear": she does name herself
_PERSONAL = frozenset({"he", "she", "they", "i", "we"})
_PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN)
_SIDE = frozenset({"relcl", "acl", "advcl"})


@dataclass(slots=True)
class Run:
    """Whose turn it is: the last speaker of a section, as printed and as resolved."""

    source: Words | None = None
    head: Token | None = None
    speaker: Chain | None = None
    left_open: bool = False
    turns: list[Heard] = field(default_factory=list)  # the lines of a dialogue so far
    last: Heard | None = None  # whatever was said last, with or without marks
    before: Chain | None = None  # who spoke before the one who spoke last
    led: bool = False  # the paragraph before ends in "she said:"


def resolve_described(heard: list[Heard], cast: Cast) -> None:
    """Name those who are described by other words than their roles; their runs follow them."""
    named: dict[str, Chain] = {}  # by the chain of a description
    for one in heard:
        if one.source is None:
            continue
        meant = in_the_paragraph(one, cast)
        if meant is None and (one.speaker is None or not one.speaker.names or _is_aged(one)):
            known = named.get(one.speaker.id) if one.speaker is not None else None
            meant = described(one, cast) or known or varied(one, heard, cast)
        if meant is not None and meant is not one.speaker:
            if one.speaker is not None and not one.speaker.names:
                named[one.speaker.id] = meant
            one.speaker = meant
            one.rule += DESCRIBED


def _is_aged(one: Heard) -> bool:
    """True for "the 58-year-old", where that was taken for a body."""
    head = one.found.head
    aged = head is not None and head.lower_ == "old" and one.speaker is not None
    return aged and one.speaker is not None and one.speaker.kind not in _PEOPLE


def not_addressed(heard: list[Heard], chains: ChainIndex) -> None:
    """Nobody calls himself by name: in "“No, Mr Lee,” the minister said" the minister is not Lee."""
    for one in heard:
        if one.in_marks and one.speaker is not None and is_called(one, one.speaker, chains):
            one.speaker = None


def is_called(one: Heard, chain: Chain, chains: ChainIndex) -> bool:
    """True if somebody's name stands in marked words as a call to him: at an edge, or between commas."""
    for words in one.contents:
        for mention in chains.mentions_in(words.span):
            if mention.chain == chain.id and mention.form is MentionForm.NAME:
                before = words.text[: mention.words.start - words.start].rstrip()
                after = words.text[mention.words.end - words.start :].lstrip()
                title = before.rpartition(" ")[2]
                before = before.removesuffix(title).rstrip() if title in _TITLES else before
                if before.endswith((",", "—", "–")) and (not after or after[0] in _CALL_ENDS):
                    return not before.removesuffix(",").endswith(_MYSELF)
    return False


def resolve(paragraphs: list[Paragraph], sections: list[int], chains: ChainIndex) -> list[Heard]:
    """Every attribution with its speaker, in text order. A new section (a subheading) ends the run."""
    heard: list[Heard] = []
    run = Run()
    section = -1
    for paragraph, number in zip(paragraphs, sections, strict=True):
        if number != section:
            run, section = Run(), number
        for found in paragraph.found:
            one = Heard(paragraph.parse, found, number, rule=found.rule)
            _give_speaker(one, paragraph, run, chains)
            if paragraph.layout.formed and one.in_marks:
                run.turns.append(one)
            heard.append(one)
        if run.left_open and paragraph.found:
            _give_back(heard, len(heard) - len(paragraph.found), paragraph.parse)
        run.left_open, run.led = paragraph.left_open, paragraph.leads is not None
        if paragraph.leads is not None:
            _lead(Heard(paragraph.parse, paragraph.leads, number, rule=paragraph.leads.rule), run, chains)
    return heard


def _give_back(heard: list[Heard], first: int, parse: Parse) -> None:
    """Speech that is left open and has no speaker yet is the one's whom the next paragraph names.

    `first` is the number of the first attribution in that next paragraph, whose parse is given. A speech of
    several paragraphs, each with an opening mark, is given back to the first of them.
    """
    named = next((one for one in heard[first:] if one.in_marks and 0 in one.found.pieces), None)
    if not first or named is None or named.source is None or named.parse is not parse:
        return
    goes_on = _begins(named)
    for number in range(first - 1, -1, -1):
        before = heard[number]
        if not before.in_marks or before.section != named.section:
            return
        if before.source is not None and (not goes_on or _has_a_turn(heard[:first], before)):
            return
        before.source, before.speaker, before.rule = named.source, named.speaker, "goes on in the next paragraph"


def _has_a_turn(heard: list[Heard], one: Heard) -> bool:
    """True if marked words are somebody's by more than who spoke last: they do not begin their paragraph alone."""
    alone = not any(other.found.source is not None for other in heard if other.parse is one.parse)
    return not (one.rule == RUN_OF_SPEECH and alone and _begins(one))


def _begins(one: Heard) -> bool:
    """True if the paragraph begins with these marked words."""
    return min(start for start, _ in one.found.contents) <= 1


def _give_speaker(one: Heard, paragraph: Paragraph, run: Run, chains: ChainIndex) -> None:
    """The printed source's chain; without a source, the turn of speech."""
    found = one.found
    if found.source is not None:
        one.source = one.words(found.source)
        one.speaker = chain_of(one, chains) or _same_body(one, run)
        _answer(one, run, chains)
        if run.last is not None and run.last.speaker is not one.speaker:
            run.before = run.last.speaker
        run.last = one
        if _takes_the_turn(one):
            run.source, run.head, run.speaker = one.source, found.head, one.speaker
        return
    if found.kind is SpeechKind.INDIRECT:
        return
    if paragraph.layout.formed and not run.led:
        _take_turn(one, paragraph, run)
        return
    given = (run.left_open or run.led) and bool(found.pieces) and found.pieces[0] == 0
    subject = None if given else _subject_before(one, paragraph, chains)
    if subject is not None:
        one.source = one.words(noun_phrase(subject))
        found.head = subject
        one.speaker = chain_of(one, chains)
        one.rule = "subject of the sentence before"
        run.source, run.head, run.speaker = one.source, subject, one.speaker
    elif run.source is not None:
        one.source, one.speaker = run.source, run.speaker
        one.rule = _turn(run)


def _take_turn(one: Heard, paragraph: Paragraph, run: Run) -> None:
    """A line of a dialogue without a name: an answer is the last speaker's, else they take turns."""
    label = paragraph.layout.text[: one.found.contents[0][0]].strip()
    turns = run.turns
    if label in _QUESTIONS:
        one.rule = "question in an interview"
    elif label in _ANSWERS:
        one.speaker, one.rule = run.speaker, "answer in an interview"
    elif any(turn.parse is one.parse for turn in turns[-1:]):  # the same line goes on after its speaker
        one.source, one.speaker, one.rule = turns[-1].source, turns[-1].speaker, "goes on in the same line"
    elif len(turns) > 1 and turns[-2].speaker is not None and turns[-2].speaker is not turns[-1].speaker:
        one.speaker, one.rule = turns[-2].speaker, "turn in a dialogue"
    else:
        one.rule = "turn of somebody else in a dialogue"


def _answer(one: Heard, run: Run, chains: ChainIndex) -> None:
    """Who is spoken to answers: in "she told Ann Lee. “…,” she replied" the second "she" is Ann Lee."""
    asked, head, verb = run.last, one.found.head, one.found.verb
    cue = verb_cue(verb) if verb is not None else None
    if asked is None or asked.found.verb is None or head is None or cue is None or not cue.replies:
        return
    gender = GENDERS.get(head.lower_)
    if gender is None or one.speaker is None or asked.speaker is None or asked.speaker.id != one.speaker.id:
        return
    told = addressee(asked.found.verb)
    spoken_to = _spoken_to(asked, told, chains) if told is not None else None
    if spoken_to is None and _asks(asked):
        spoken_to = run.before
    if spoken_to is None or spoken_to.id == one.speaker.id or spoken_to.plural:
        return
    if spoken_to.kind in _PEOPLE and spoken_to.gender in (gender, None):
        one.speaker = spoken_to
        one.rule += ANSWERING


def _spoken_to(asked: Heard, told: Token, chains: ChainIndex) -> Chain | None:
    """Who is told, also where the name stands beside the role and the parse hangs it elsewhere."""
    words = asked.parse.words(told)
    found = meant_by(asked, told, words, chains)
    holder = chains.holder_of(words.span) if found is None or not found.names else None
    return chains.chain(holder.chain) if holder is not None else found


def _asks(one: Heard) -> bool:
    """True for words that end in a question mark."""
    return one.in_marks and one.contents[-1].text.rstrip().endswith("?")


def _same_body(one: Heard, run: Run) -> Chain | None:
    """The body that has just spoken, for an "it" that means nothing else."""
    if one.found.head is None or one.found.head.lower_ != "it" or run.speaker is None:
        return None
    return run.speaker if run.speaker.kind in BODIES else None


def _takes_the_turn(one: Heard) -> bool:
    """True for a speaker whom the next marked words without a cue may belong to: not in a side clause."""
    head, verb = one.found.head, one.found.verb
    if head is None or head.lower_ in RELATIVE | {"it"} or is_medium(head):
        return False
    if one.in_marks or verb is None:
        return True
    return verb.pos_ == "VERB" and verb.dep_ in MAIN and not is_thought(verb)


def _turn(run: Run) -> str:
    """Why marked words without a cue are the last speaker's."""
    if run.led:
        return "cue in the paragraph before"
    return "goes on from the paragraph before" if run.left_open else RUN_OF_SPEECH


def _lead(one: Heard, run: Run, chains: ChainIndex) -> None:
    """The turn goes to whom a paragraph that ends in a colon names."""
    one.source = one.words(one.found.source)
    run.source, run.head, run.speaker = one.source, one.found.head, chain_of(one, chains)


def _subject_before(one: Heard, paragraph: Paragraph, chains: ChainIndex) -> Token | None:
    """The subject of the clause or sentence right before marked words in the same paragraph, if it is somebody."""
    laid = paragraph.layout
    first = laid.pieces[one.found.pieces[0]].outer_start
    for token in reversed(laid.doc):
        if token.idx >= first or laid.inside[token.i] >= 0:
            continue
        if token.dep_ not in CLAUSE_SUBJECTS or token.head.dep_ in _SIDE:
            continue
        if token.lower_ in _PERSONAL or _is_somebody(token, one, chains):
            return token
    return None


def _is_somebody(token: Token, one: Heard, chains: ChainIndex) -> bool:
    """True for a named person or a chain that can speak."""
    if token.pos_ not in ("PROPN", "NOUN"):
        return False
    chain = chains.chain_at(one.parse.words(token).span)
    return token.ent_type_ == "PERSON" or (chain is not None and chain.kind in ("person", "group"))
