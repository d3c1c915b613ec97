"""What act words name, and acts that no day tells apart."""

import pytest

from dateline.linking.acts.undated import Named, one_act_each
from dateline.linking.acts.wording import group_of_whole, root, wording
from dateline.settings import DEFAULTS
from dateline.vocabulary import load


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("negotiate", "negotiation"),
        ("announce", "announcement"),
        ("explode", "explosion"),
        ("invade", "invasion"),
        ("disrupt", "disruption"),
        ("depart", "departure"),
        ("appear", "appearance"),
        ("inspect", "inspection"),
        ("deploy", "deployment"),
        ("march", "marching"),
    ],
)
def test_a_verb_and_its_noun_have_one_root(verb, noun):
    assert root(verb) == root(noun)


@pytest.mark.parametrize(
    ("first", "second"), [("arrive", "arrest"), ("inspect", "inspire"), ("march", "marry"), ("report", "repair")]
)
def test_words_that_begin_alike_keep_their_own_roots(first, second):
    assert root(first) != root(second)


def test_synonyms_and_their_nouns_name_one_act():
    assert wording("wed") == wording("marriage", noun=True) == wording("tie knot")


def test_a_particle_makes_another_act():
    assert wording("check in") != wording("check out")
    assert wording("break out") == wording("escape") != wording("break into")


def test_a_noun_may_mean_something_else_than_its_verb():
    assert wording("fire", noun=True) == wording("blaze", noun=True)
    assert wording("fire") == wording("dismissal", noun=True)


def test_an_inflected_noun_finds_the_group_of_its_verb():
    assert wording("wounding") == wording("injure")


def test_no_word_without_a_group_is_lost():
    assert wording("xylophone") == wording("xylophones")
    assert wording("") == ""


def test_no_word_is_in_two_groups_of_whole_triggers():
    words = [word for held in load("same_acts")["whole"].values() for word in held]
    assert len(words) == len(set(words))
    assert set(words) <= set(group_of_whole())


def named(id_, matter, act, sentence="the council of the town"):
    return Named(id_, matter, wording(act), frozenset(sentence.split()))


def test_what_is_named_alike_in_one_matter_is_one_act():
    told = [named("a", "1", "wed"), named("b", "1", "marriage"), named("c", "2", "wed"), named("d", "1", "sue")]
    assert one_act_each(told, DEFAULTS.telling_likeness) == [["a", "b"], ["c"], ["d"]]


def test_the_order_of_the_acts_changes_nothing():
    told = [
        named(str(n), str(n % 3), ("say", "wed", "flee")[n % 2], f"word{n % 4} town council") for n in range(12)
    ]
    assert one_act_each(told, 0.4) == one_act_each(told[::-1], 0.4)


def test_sayings_of_one_matter_are_one_only_if_they_say_the_same():
    told = [
        named("a", "1", "say", "mayor bridge would reopen in june"),
        named("b", "1", "tell", "mayor bridge reopen june"),
        named("c", "1", "say", "widow garden grows nothing"),
    ]
    assert one_act_each(told, DEFAULTS.telling_likeness) == [["a", "b"], ["c"]]
