"""Printed attributions that the report itself puts in doubt. Both readings are kept, neither is asserted.

Attribution: see `clashes`. Pronoun: "he" stands in a run of
a woman's speech (or "she" in a man's) where nobody of that gender has come up who could take the turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import ActorKind, Anomaly, Chain, Gender, Mention, MentionForm, RoleMention
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.reading.speech.clashes import PASSED, Cast, Said, speaking_as, speaking_for, tokens_of, told_at
from dateline.reading.speech.heard import Heard
from dateline.span import Words

_GENDERS = {"he": Gender.MALE, "she": Gender.FEMALE}
_BY_NAME = (MentionForm.NAME, MentionForm.ROLE)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_CHILDREN = frozenset(
    {"son", "daughter", "baby", "child", "boy", "girl", "infant", "toddler", "grandson", "granddaughter"}
)
_POSSESSIVES = frozenset({"his", "her"})
_POSSESSIVE = ("'", "’")
ROLE_GAP = 2  # characters between a role and the name that it leads to ("President, Ann Lee")


def flag(heard: list[Heard], parses: Sequence[Parse], sections: Sequence[int], chains: ChainIndex) -> None:
    """Mark doubtful attributions: printed names first, for a run may hang on one of them.

    `sections` gives each paragraph's section.
    """
    cast = Cast(parses, chains)
    for number, one in enumerate(heard):
        _flag_name(heard, number, one, cast)
    scene = Scene(heard, tuple(zip(parses, sections, strict=True)), chains)
    for number, one in enumerate(heard):
        if one.in_marks and one.anomaly is None:
            _flag_pronoun(scene, number, one)


def _flag_name(heard: list[Heard], number: int, one: Heard, cast: Cast) -> None:
    """A printed name that stands for two people, or has another's role."""
    if one.source is None or one.speaker is None or one.found.verb is None:
        return
    if borrowed := _as_another(one, one.speaker, cast):
        one.anomaly, (one.other, one.reason) = Anomaly.ATTRIBUTION, borrowed
        return
    printed = next((name for name in _printed(one, one.speaker, cast.chains) if " " in name.words.text), None)
    if printed is None:
        return
    told = told_at(one.parse, printed)
    told = told if told.lemmas else speaking_for(one.found.verb)
    if not told.lemmas:
        return
    twice = _twice(one, printed, told, cast)
    if twice is not None:
        other = (
            cast.holder(told, one.speaker, alone=False)
            or _next_speaker(heard, number, one.speaker)
            or _only(cast, one.speaker)
        )
        one.anomaly, one.reason, one.other = Anomaly.ATTRIBUTION, twice, other
        return
    held = _of_another(one, printed, told, cast) or _of_the_next(heard, number, one, printed, cast.chains)
    if held is not None:
        one.anomaly, (one.other, one.reason) = Anomaly.ATTRIBUTION, held


def _printed(one: Heard, speaker: Chain, chains: ChainIndex) -> Iterator[Mention]:
    """The speaker's names in the printed source."""
    if one.source is None:
        return
    inside = chains.mentions_in(one.source.span) or filter(None, [chains.mention_at(one.source.span)])
    yield from (m for m in inside if m.form is MentionForm.NAME and m.chain == speaker.id)


def _twice(one: Heard, printed: Mention, told: Said, cast: Cast) -> str | None:
    """The same full name a second time in the sentence, of which it says something else."""
    sentence = one.parse.sentence_at(printed.words.start).words.span
    for other in cast.chains.mentions_in(sentence):
        if (
            other.form is not MentionForm.NAME
            or other.words.text != printed.words.text
            or other.words == printed.words
        ):
            continue
        second = told_at(one.parse, other)
        if told.clashes(second):
            return (
                f'"{printed.words.text}" stands twice in one sentence as two people: '
                f'"{told.words}" and "{second.words}"'
            )
    return None


def _of_another(one: Heard, printed: Mention, told: Said, cast: Cast) -> tuple[Chain, str] | None:
    """Whose the printed words are by the report, which says something else of the printed name."""
    if one.speaker is None or told.lemmas & PASSED:
        return None
    elsewhere = [
        said
        for said, _ in cast.told_of(one.speaker, printed)
        if said.lemmas and said.clashes(told) and not said.lemmas & PASSED
    ]
    holder = cast.holder(told, one.speaker, alone=True) if elsewhere else None
    if holder is None or cast.changed_hands(one.speaker) or cast.changed_hands(holder):
        return None
    return holder, (
        f'"{told.words}" is {holder.name} by the report, '
        f'which calls {one.speaker.name} "{elsewhere[0].words}" elsewhere'
    )


def _of_the_next(
    heard: list[Heard], number: int, one: Heard, printed: Mention, chains: ChainIndex
) -> tuple[Chain, str] | None:
    """Whose the printed role is by the report, if that one speaks next, and the printed name has another role."""
    role = _role_of(printed.words, chains, one.speaker) if one.speaker is not None else None
    if role is None or one.speaker is None:
        return None
    holder = _holder(role, one.speaker, chains)
    if holder is None or _next_speaker(heard, number, one.speaker) is not holder:
        return None
    others = {r.title for r in chains.roles_of(one.speaker.id) if r.words != role.words and not r.former}
    if not others or any(_alike(role.title, title) for title in others):
        return None
    return holder, (
        f'"{role.words.text}" is {holder.name} elsewhere in the report, '
        f"which calls {one.speaker.name} {min(others)}"
    )


def _as_another(one: Heard, speaker: Chain, cast: Cast) -> tuple[Chain, str] | None:
    """Whose office somebody is said to speak in, who is called something else: "Judge Lee said as minister"."""
    office = speaking_as(one.found.verb)
    if not office.lemmas:
        return None
    told = [told_at(one.parse, name) for name in _printed(one, speaker, cast.chains)]
    own = [said for _, _, said in cast.named(speaker)]
    if not any(said.clashes(office) for said in told) or any(office.lemmas & said.lemmas for said in own):
        return None
    held = [
        chain
        for chain in cast.others(speaker)
        if any(office.lemmas <= said.lemmas for _, _, said in cast.named(chain))
    ]
    return (
        (held[0], f'said "as {office.words}", which is {held[0].name} by the report') if len(held) == 1 else None
    )


def _only(cast: Cast, printed: Chain) -> Chain | None:
    """The only other named person of the report."""
    others = cast.others(printed)
    return others[0] if len(others) == 1 else None


def _role_of(name: Words, chains: ChainIndex, chain: Chain) -> RoleMention | None:
    """The role printed right before a name."""
    roles = [r for r in chains.roles_of(chain.id) if 0 <= name.start - r.words.end <= ROLE_GAP]
    return roles[-1] if roles else None


def _alike(first: str, second: str) -> bool:
    """True if two titles share a word."""
    return bool(set(first.split()) & set(second.split()))


def _holder(role: RoleMention, printed: Chain, chains: ChainIndex) -> Chain | None:
    """The one other named person of the report who has the same role, if there is exactly one."""
    holders = [
        chain
        for chain in chains.chains()
        if chain.id != printed.id
        and chain.names
        and any(r.title == role.title and not r.former for r in chains.roles_of(chain.id))
    ]
    return holders[0] if len(holders) == 1 else None


def _next_speaker(heard: list[Heard], number: int, printed: Chain) -> Chain | None:
    """The named person who speaks next in the section."""
    for one in heard[number + 1 :]:
        if one.section != heard[number].section:
            return None
        speaker = one.speaker
        if speaker is None or speaker.id == printed.id or not speaker.names:
            continue
        if speaker.kind in (ActorKind.PERSON, ActorKind.UNKNOWN):
            return speaker
    return None


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is heard in a report, and who could take a turn."""

    heard: list[Heard]
    parses: tuple[tuple[Parse, int], ...]  # with their sections
    chains: ChainIndex

    def neighbour(self, number: int, step: int) -> Heard | None:
        """The nearest marked speech of the section before or after, with another printed source."""
        place = number + step
        while 0 <= place < len(self.heard) and self.heard[place].section == self.heard[number].section:
            one = self.heard[place]
            if one.in_marks and one.source != self.heard[number].source:
                return one
            place += step
        return None

    def could_speak(self, number: int, gender: Gender, run: Chain, since: int, *, before: bool) -> bool:
        """True if somebody of a gender came up in the narrative: after `since`, or as a subject `before` it."""
        one = self.heard[number]
        last = one.contents[0].start
        for parse, section in self.parses:
            if section != one.section or parse.offset > last:
                continue
            for mention in self.chains.mentions_in(parse.paragraph.words.span):
                if mention.words.start >= last or not self._fits(mention, gender, run):
                    continue
                if self._in_speech(mention, one.section) or self._in_doubt(mention):
                    continue
                late = mention.words.start >= since and not _possessive(parse, mention)
                if late or (before and _is_subject(parse, mention)):
                    return True
        return False

    def speaks(self, chain: Chain, number: int) -> bool:
        """True if a chain is the undoubted speaker of anything else in the section."""
        here = self.heard[number]
        others = [one for one in self.heard if one.section == here.section and one.source != here.source]
        return any(one.speaker is not None and one.speaker.id == chain.id and not one.anomaly for one in others)

    def is_child(self, chain: Chain | None, run: Chain) -> bool:
        """True for somebody who is called the child of a run's speaker."""
        if chain is None:
            return False
        return any(
            _is_child_of(parse, mention, run, self.chains)
            for parse, _ in self.parses
            for mention in self.chains.mentions_in(parse.paragraph.words.span)
            if mention.chain == chain.id and mention.form is MentionForm.NAME
        )

    def _fits(self, mention: Mention, gender: Gender, run: Chain) -> bool:
        """A person, by name or role, who may be of the gender and is not the run's speaker."""
        chain = self.chains.chain(mention.chain)
        if mention.form not in _BY_NAME or chain.id == run.id or chain.plural:
            return False
        return chain.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and chain.gender in (gender, None)

    def _in_speech(self, mention: Mention, section: int) -> bool:
        """True inside what somebody says."""
        return any(
            words.span.covers(mention.words.span)
            for one in self.heard
            if one.section == section
            for words in one.contents
        )

    def _in_doubt(self, mention: Mention) -> bool:
        """True inside the source of a flagged attribution."""
        return any(
            one.source is not None and one.source.span.covers(mention.words.span)
            for one in self.heard
            if one.anomaly is Anomaly.ATTRIBUTION
        )


def _flag_pronoun(scene: Scene, number: int, one: Heard) -> None:
    """A pronoun against the gender of the run that it stands in."""
    head = one.found.head
    gender = _GENDERS.get(head.lower_) if head is not None else None
    before, after = scene.neighbour(number, -1), scene.neighbour(number, 1)
    if gender is None or one.source is None or before is None or before.speaker is None:
        return
    run, meant = before.speaker, one.speaker
    if run.gender not in _GENDERS.values() or run.gender is gender or (meant is not None and meant.id == run.id):
        return
    child = before.parse is one.parse and scene.is_child(meant, run)  # who stood next, and of whom she speaks
    if not (child or _same_run(after, run, meant)):
        return
    if meant is not None and scene.speaks(meant, number):
        return
    if scene.could_speak(number, gender, run, before.contents[-1].end, before=not child):
        return
    one.anomaly, one.speaker, one.other = Anomaly.PRONOUN, run, meant
    one.reason = (
        f'"{one.source.text}" stands in a run of {run.name}, who is {run.gender} and speaks before it'
        f"{' and after it' if after is not None else ''}; nobody {gender} has come up who could take the turn"
    )
    for later in scene.heard[number + 1 :]:
        if later.source == one.source:
            later.speaker = run
    scene.heard[number + 1 : number + 1] = _without_cue(one)


def _without_cue(one: Heard) -> list[Heard]:
    """The sentences that go on after a doubtful pronoun: it is not printed beside them, the run has them."""
    cue = one.found.cue
    doc = one.parse.doc
    limit = doc[cue[1] - 1].sent.end_char if cue else len(doc.text)
    rest = [content for content in one.found.contents if content[0] >= limit]
    if not rest or len(rest) == len(one.found.contents):
        return []
    one.found.contents = [content for content in one.found.contents if content not in rest]
    found = replace(one.found, contents=rest, cue=None, verb=None, lemma=None, addressee=None, source=None)
    return [replace(one, found=found, other=None, anomaly=None, reason=None, rule="run of speech")]


def _same_run(after: Heard | None, run: Chain, meant: Chain | None) -> bool:
    """True if the run goes on after the pronoun; at the end of a section only if the pronoun means nobody."""
    if after is None:
        return meant is None
    return after.speaker is not None and after.speaker.id == run.id


def _possessive(parse: Parse, mention: Mention) -> bool:
    """True for "Lee's"."""
    here = mention.words.end - parse.offset
    return parse.paragraph.words.text[here : here + 1] in _POSSESSIVE


def _is_child_of(parse: Parse, mention: Mention, run: Chain, chains: ChainIndex) -> bool:
    """True for "Ann Lee's son Tom" in a run of Ann Lee's: one of whom she speaks."""
    for token in tokens_of(parse, mention):
        for noun in (token.head, *token.children):
            if noun.lemma_.lower() in _CHILDREN:
                owners = [child for near in (noun, token) for child in near.children if child.dep_ == "poss"]
                for owner in owners:
                    chain = chains.chain_at(parse.words(owner).span)
                    if owner.lower_ in _POSSESSIVES or (chain is not None and chain.id == run.id):
                        return True
    return False


def _is_subject(parse: Parse, mention: Mention) -> bool:
    """True if the mention is the subject of a clause."""
    start = mention.words.start - parse.offset
    span = parse.doc.char_span(start, start + len(mention.words.text), alignment_mode="expand")
    if span is None or _possessive(parse, mention):
        return False
    root = span.root
    return root.dep_ in _SUBJECT or (root.dep_ in ("conj", "appos") and root.head.dep_ in _SUBJECT)
