"""From printed words to a chain of the report: names, roles, pronouns, and the run of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from dateline.reading.speech.grammar import addressee, noun_phrase, own_subject
from dateline.reading.speech.heard import Heard, Paragraph
from dateline.span import Words

RUN_OF_SPEECH = "run of speech"
REPEATED_WORDS = 3  # fewer may be said by anybody
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_QUESTIONS = frozenset({"Q:", "Question:"})
_ANSWERS = frozenset({"A:", "Answer:"})
_TITLES = frozenset(
    {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Madam", "Minister", "President"}
)
_CALL_ENDS = frozenset(",.!?—–…")
_MYSELF = ("I", "me", "myself", "name")  # "I, Ann Lee, swear": she does name herself
_THINGS = frozenset({"it", "they", "these", "those", "this", "which", "that"})
_SHOWING = frozenset({"show", "depict"})  # what pictures and gauges do: "they" are those, and nobody
_PERSONAL = frozenset({"he", "she", "they", "i", "we"})
_MAIN = frozenset({"ROOT", "conj", "parataxis"})
_DESCRIBING = frozenset({"poss", "acl", "relcl"})
_BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY)
_PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN)
_SIDE = frozenset({"relcl", "acl", "advcl"})
_CLAUSE_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class Run:
    """Whose turn it is: the last speaker of a section, as printed and as resolved."""

    source: Words | None = None
    head: Token | None = None
    speaker: Chain | None = None
    left_open: bool = False
    turns: list[Heard] = field(default_factory=list)  # the lines of a dialogue so far
    last: Heard | None = None  # whatever was said last, with or without marks
    led: bool = False  # the paragraph before ends in "she said:"


def resolve_described(heard: list[Heard], cast: Cast) -> None:
    """Name those who are described by other words than their roles; their runs follow them."""
    for one in heard:
        if one.source is None:
            continue
        meant = in_the_paragraph(one, cast)
        if meant is None and (one.speaker is None or not one.speaker.names):
            meant = described(one, cast)
        if meant is not None and meant is not one.speaker:
            one.speaker = meant
            one.rule += DESCRIBED


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
    _give_repeated(heard)
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


def _give_repeated(heard: list[Heard]) -> None:
    """Words that a headline or a pull quote takes from the body are the speaker's whom the body names."""
    printed = [one for one in heard if one.in_marks and one.speaker is not None and one.found.source is not None]
    for one in heard:
        if one.source is not None or not one.in_marks or len(_said(one).split()) < REPEATED_WORDS:
            continue
        same = [other for other in printed if f" {_said(one)} " in f" {_said(other)} "]
        if same and len({other.speaker.id for other in same if other.speaker}) == 1:
            one.speaker, one.rule = same[0].speaker, "the same words with a speaker"


def _said(one: Heard) -> str:
    """The words of an utterance without marks and capitals."""
    return " ".join(re.findall(r"\w+", " ".join(words.text for words in one.contents).lower()))


def _give_speaker(one: Heard, paragraph: Paragraph, run: Run, chains: ChainIndex) -> None:
    """The printed source's chain; without a source, the turn of speech."""
    found = one.found
    if found.source is not None:
        one.source = one.words(found.source)
        one.speaker = chain_of(one, chains) or _same_body(one, run)
        _answer(one, run, chains)
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
    spoken_to = chains.chain_at(asked.parse.words(told).span) if told is not None else None
    if spoken_to is None or spoken_to.id == one.speaker.id or spoken_to.plural:
        return
    if spoken_to.kind in _PEOPLE and spoken_to.gender in (gender, None):
        one.speaker = spoken_to
        one.rule += ANSWERING


def _same_body(one: Heard, run: Run) -> Chain | None:
    """The body that has just spoken, for an "it" that means nothing else."""
    if one.found.head is None or one.found.head.lower_ != "it" or run.speaker is None:
        return None
    return run.speaker if run.speaker.kind in _BODIES else None


def _takes_the_turn(one: Heard) -> bool:
    """True for a speaker whom the next marked words without a cue may belong to: not in a side clause."""
    head, verb = one.found.head, one.found.verb
    if head is None or head.lower_ in _RELATIVE | {"it"} or is_medium(head):
        return False
    if one.in_marks or verb is None:
        return True
    return verb.pos_ == "VERB" and verb.dep_ in _MAIN and not is_thought(verb)


def _turn(run: Run) -> str:
    """Why marked words without a cue are the last speaker's."""
    if run.led:
        return "cue in the paragraph before"
    return "goes on from the paragraph before" if run.left_open else RUN_OF_SPEECH


def _lead(one: Heard, run: Run, chains: ChainIndex) -> None:
    """The turn goes to whom a paragraph that ends in a colon names."""
    one.source = one.words(one.found.source)
    run.source, run.head, run.speaker = one.source, one.found.head, chain_of(one, chains)


def chain_of(one: Heard, chains: ChainIndex) -> Chain | None:
    """The chain that printed words mean; "who" means the noun that it describes."""
    head = one.found.head
    if head is None or one.source is None:
        return None
    if head.lower_ in _THINGS and one.found.lemma in _SHOWING:
        return None
    if head.lower_ in _RELATIVE:
        antecedent = _antecedent(head)
        if antecedent is None:
            return None
        return _described_by(one, antecedent, head, chains)
    for noun in (head, *_appositions(head)):
        named = chains.mention_at(one.parse.words(noun).span)
        if named is not None and named.form is MentionForm.NAME:
            return chains.chain(named.chain)
    if head.lower_ == "it":
        return chains.chain_at(one.source.span) or _subject_above(one, head, chains)
    mention = chains.mention_at(one.source.span)
    if mention is None or _beside(mention.words, one, head):
        return None
    return chains.chain(mention.chain)


def _described_by(one: Heard, noun: Token, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """The chain of the noun that "who" describes, or of the name that it is set beside: "Lee, the judge, who"."""
    words = one.words(noun_phrase(noun, avoid=pronoun))
    chain = None if words is None else chains.chain_at(words.span)
    if noun.dep_ == "appos" and (chain is None or not chain.names):
        beside = chains.mention_at(one.parse.words(noun.head).span)
        if beside is not None and beside.form is MentionForm.NAME:
            return chains.chain(beside.chain)
    return chain


def _appositions(head: Token) -> Iterator[Token]:
    """Names set beside a noun, or beside one that a preposition ties to it ("the head of the union, Ann Lee")."""
    for child in head.children:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep" and child.i > head.i:
            for noun in child.children:
                yield from (c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")


def _beside(words: Words, one: Heard, head: Token) -> bool:
    """True if a mention only stands beside the noun: the owner of an office, the paper that has seen a report."""
    start, end = words.start - one.parse.offset, words.end - one.parse.offset
    edges = [(c.left_edge.idx, c.right_edge) for c in head.children if c.dep_ in _DESCRIBING]
    return any(first <= start and end <= last.idx + len(last) for first, last in edges)


def _subject_above(one: Heard, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """Whom "it" means in "the council condemned what it called “a farce”": the subject of the verb above."""
    for verb in pronoun.head.ancestors:
        subject = own_subject(verb)
        if subject is not None and subject.lower_ != "it":
            return chains.chain_at(one.parse.words(subject).span)
    return None


def _antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative clause describes; "she" in "it was she who told us"."""
    above = pronoun.head.head
    if above.lemma_ == "be" and any(c.dep_ in _CLAUSE_SUBJECTS and c.lower_ == "it" for c in above.children):
        return next((c for c in above.children if c.dep_ == "attr" and above.i < c.i < pronoun.i), None)
    token = pronoun
    while token.head.i != token.i:
        if token.dep_ == "relcl":
            return token.head
        token = token.head
    return None


def _subject_before(one: Heard, paragraph: Paragraph, chains: ChainIndex) -> Token | None:
    """The subject of the clause or sentence right before marked words in the same paragraph, if it is somebody."""
    laid = paragraph.layout
    first = laid.pieces[one.found.pieces[0]].outer_start
    for token in reversed(laid.doc):
        if token.idx >= first or laid.inside[token.i] >= 0:
            continue
        if token.dep_ not in _CLAUSE_SUBJECTS or token.head.dep_ in _SIDE:
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
