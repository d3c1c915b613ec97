from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import ActorKind, Chain, Gender, Mention, MentionForm, RoleMention
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.stage import Context, Draft
from dateline.testing import check_stage

Read = Callable[..., Draft]


def chain(draft: Draft, name: str) -> Chain:
    """The only chain that has a name among its printed names, or that is called so."""
    found = [c for c in draft.of(Chain) if name in c.names or c.name == name]
    assert len(found) == 1, [(c.name, c.names) for c in draft.of(Chain)]
    return found[0]


def words(draft: Draft, chain: Chain, form: MentionForm) -> list[str]:
    return [m.words.text for m in draft.of(Mention) if m.chain == chain.id and m.form is form]


def roles(draft: Draft, chain: Chain) -> list[tuple[str, str | None]]:
    names = {c.id: c.name for c in draft.of(Chain)}
    return [(r.title, names.get(r.of or "")) for r in draft.of(RoleMention) if r.chain == chain.id]


def all_names(draft: Draft) -> set[str]:
    return {name for c in draft.of(Chain) for name in c.names}


# --- names and kinds


def test_a_role_before_an_unusual_name_makes_it_a_person(read: Read) -> None:
    draft = read("The talks with opposition leader Zviarhna Katsubenka failed. Katsubenka left.", MentionStage())
    found = chain(draft, "Zviarhna Katsubenka")
    assert found.kind is ActorKind.PERSON
    assert found.names == ("Zviarhna Katsubenka", "Katsubenka")


def test_a_body_an_office_and_a_person_are_told_apart_in_one_run(read: Read) -> None:
    draft = read("European Harbour Council President Marek Dolny will speak.", MentionStage())
    assert chain(draft, "European Harbour Council").kind is ActorKind.ORGANISATION
    assert roles(draft, chain(draft, "Marek Dolny")) == [("president", "European Harbour Council")]


def test_an_adjective_gives_the_country_of_an_office_without_being_a_name(read: Read) -> None:
    draft = read("French Foreign Minister Jean-Luc Moreau met reporters.", MentionStage())
    assert roles(draft, chain(draft, "Jean-Luc Moreau")) == [("foreign minister", "France")]
    assert chain(draft, "France").names == ()


@pytest.mark.parametrize("month", ["On Tuesday", "In May"])
def test_days_and_months_are_nobody(read: Read, month: str) -> None:
    draft = read(f"{month} the Covid Act was signed by Ann Lee.", MentionStage())
    assert all_names(draft) == {"Ann Lee"}


def test_spellings_of_a_country_are_one_chain(read: Read) -> None:
    draft = read("The UK protested. Britain said so. The United Kingdom will act.", MentionStage())
    found = chain(draft, "UK")
    assert found.names == ("UK", "Britain", "United Kingdom")
    assert found.kind is ActorKind.COUNTRY


def test_an_acronym_in_brackets_belongs_to_the_words_that_it_abbreviates(read: Read) -> None:
    text = "The Organisation for Trade and Co-operation in Asia (OTCA) met. The OTCA adjourned."
    draft = read(text, MentionStage())
    assert chain(draft, "OTCA").names == ("Organisation for Trade and Co-operation in Asia", "OTCA")


def test_a_ministry_of_justice_is_one_name_and_no_judge(read: Read) -> None:
    draft = read("The Ministry of Justice and Doctors Without Limits were silent.", MentionStage())
    assert chain(draft, "Ministry of Justice").kind is ActorKind.ORGANISATION


def test_capitals_of_a_headline_make_no_names_of_verbs(read: Read) -> None:
    draft = read("Ann Lee spoke in Lima.", MentionStage(), title="Lee Promises Help in Talks With Lima Rebels")
    assert all_names(draft) == {"Lee", "Ann Lee", "Lima"}
    assert chain(draft, "Lee").names == ("Lee", "Ann Lee")


def test_particles_belong_to_a_name(read: Read) -> None:
    draft = read("Ursula von der Berg met Prince Faisal bin Rashid. Then von der Berg left.", MentionStage())
    assert chain(draft, "Ursula von der Berg").names == ("Ursula von der Berg", "von der Berg")
    assert chain(draft, "Faisal bin Rashid").gender is Gender.MALE


# --- chains


def test_a_spouse_with_the_same_surname_stays_apart(read: Read) -> None:
    text = "Giorgi Maisadze resigned. His wife, Nino Maisadze, wept. Ms Maisadze spoke. Mr Maisadze did not."
    draft = read(text, MentionStage())
    assert chain(draft, "Giorgi Maisadze").names == ("Giorgi Maisadze", "Maisadze")
    assert chain(draft, "Nino Maisadze").gender is Gender.FEMALE
    surnames = {m.words.start: m.chain for m in draft.of(Mention) if m.words.text == "Maisadze"}
    assert surnames == {
        text.index("Maisadze spoke"): chain(draft, "Nino Maisadze").id,
        text.index("Maisadze did"): chain(draft, "Giorgi Maisadze").id,
    }


def test_a_father_and_a_son_stay_apart_and_the_first_named_keeps_the_surname(read: Read) -> None:
    text = (
        "President Luis Carrero spoke. Carrero named his son, Diego Carrero, ambassador. "
        "The vote was close. Critics complained. The count went on. Carrero slept."
    )
    draft = read(text, MentionStage())
    assert [m.words.start for m in draft.of(Mention) if m.chain == chain(draft, "Luis Carrero").id][
        -1
    ] == text.index("Carrero slept")
    assert roles(draft, chain(draft, "Diego Carrero"))[0] == ("son", "Luis Carrero")


def test_a_letter_slip_joins_the_name_that_it_misspells(read: Read) -> None:
    draft = read("Alexander Petrenko spoke. Critics say Petrenk0o lied.", MentionStage())
    assert chain(draft, "Petrenk0o").name == "Alexander Petrenko"


def test_a_surname_that_comes_first_is_a_surname(read: Read) -> None:
    draft = read("Chinese President Li Guowei smiled. Li said little.", MentionStage())
    assert chain(draft, "Li Guowei").names == ("Li Guowei", "Li")


def test_different_given_names_are_two_people(read: Read) -> None:
    draft = read("Tom Ray, a lawyer, sued Tim Ray, a banker.", MentionStage())
    assert chain(draft, "Tom Ray").id != chain(draft, "Tim Ray").id


# --- roles


def test_an_apposition_gives_a_role(read: Read) -> None:
    draft = read("Ann Lee, a retired judge, wrote it.", MentionStage())
    assert roles(draft, chain(draft, "Ann Lee")) == [("judge", None)]


def test_a_definite_description_is_the_holder_of_the_role(read: Read) -> None:
    draft = read("French President Luc Moreau spoke. The French President left.", MentionStage())
    assert words(draft, chain(draft, "Luc Moreau"), MentionForm.ROLE) == ["The French President"]


def test_a_general_word_may_stand_for_an_office(read: Read) -> None:
    draft = read("Belarus’ embattled President Ivan Petrov spoke. Then the strongman left.", MentionStage())
    assert words(draft, chain(draft, "Ivan Petrov"), MentionForm.ROLE) == ["the strongman"]


def test_a_headline_may_have_the_role_before_the_name_is_told(read: Read) -> None:
    draft = read(
        "Opposition leader Ann Lee spoke in Peru.", MentionStage(), title="Peru’s opposition leader speaks"
    )
    assert words(draft, chain(draft, "Ann Lee"), MentionForm.ROLE) == ["Peru’s opposition leader"]


def test_an_indefinite_description_is_somebody_new_each_time(read: Read) -> None:
    text = "A spokeswoman for NATO denied it. A spokeswoman for the EU did not. The spokeswoman for NATO laughed."
    draft = read(text, MentionStage())
    spokeswomen = [c for c in draft.of(Chain) if "spokeswoman" in c.name]
    assert [c.name for c in spokeswomen] == ["A spokeswoman for NATO", "A spokeswoman for the EU"]
    assert all(c.kind is ActorKind.PERSON and c.gender is Gender.FEMALE for c in spokeswomen)
    assert roles(draft, spokeswomen[0]) == [("spokeswoman", "NATO")]


def test_a_part_that_somebody_would_play_is_nobody(read: Read) -> None:
    draft = read("Ann Lee offered to act as a national leader. She ran for president.", MentionStage())
    assert [m.words.text for m in draft.of(Mention) if m.form is MentionForm.ROLE] == []


def test_an_office_that_somebody_is_sworn_into_is_a_role(read: Read) -> None:
    draft = read("Ann Lee was sworn in as president of Peru on Monday.", MentionStage())
    assert roles(draft, chain(draft, "Ann Lee")) == [("president", "Peru")]


def test_a_former_office_is_marked(read: Read) -> None:
    draft = read("Former President Ann Lee met President Tom Ray. The president smiled.", MentionStage())
    assert [r.former for r in draft.of(RoleMention)] == [True, False]
    assert words(draft, chain(draft, "Tom Ray"), MentionForm.ROLE) == ["The president"]


def test_two_roles_before_one_name_are_both_hers(read: Read) -> None:
    draft = read("Tom Ray lost. His rival, former mayor Ann Ortiz, conceded.", MentionStage())
    assert roles(draft, chain(draft, "Ann Ortiz")) == [("rival", "Tom Ray"), ("mayor", None)]


# --- groups


def test_groups_are_plural_chains_with_the_words_that_count_them(read: Read) -> None:
    draft = read("Tens of thousands of protesters met. Riot police fired at the protesters.", MentionStage())
    found = chain(draft, "Tens of thousands of protesters")
    assert (found.kind, found.plural) == (ActorKind.GROUP, True)
    assert words(draft, found, MentionForm.GROUP) == ["Tens of thousands of protesters", "the protesters"]
    assert chain(draft, "Riot police").kind is ActorKind.GROUP


def test_a_group_knows_whose_it_is(read: Read) -> None:
    draft = read("EU leaders will meet.", MentionStage())
    assert roles(draft, chain(draft, "EU leaders")) == [("leader", "EU")]


# --- pronouns


def test_pronouns_go_by_gender(read: Read) -> None:
    draft = read("Anna Petrova met Ivan Sidorov. She thanked him. He left.", MentionStage())
    assert words(draft, chain(draft, "Anna Petrova"), MentionForm.PRONOUN) == ["She"]
    assert words(draft, chain(draft, "Ivan Sidorov"), MentionForm.PRONOUN) == ["him", "He"]


def test_they_are_a_group(read: Read) -> None:
    draft = read("Anna Petrova watched the workers. They cheered.", MentionStage())
    assert words(draft, chain(draft, "the workers"), MentionForm.PRONOUN) == ["They"]


def test_an_object_is_not_the_subject_of_its_own_verb(read: Read) -> None:
    draft = read("Ivan Sidorov spoke. Boris Orlov thanked him.", MentionStage())
    assert words(draft, chain(draft, "Ivan Sidorov"), MentionForm.PRONOUN) == ["him"]


def test_pronouns_inside_quotation_marks_are_left_out(read: Read) -> None:
    draft = read("Ivan Sidorov spoke. “He is wrong,” said Anna Petrova.", MentionStage())
    assert not [m for m in draft.of(Mention) if m.form is MentionForm.PRONOUN]


# --- what always holds


def test_odd_texts_raise_nothing(read: Read) -> None:
    for text in ("A", "“", "(X) (", "🙂 🙂", "Mr", "al-", "the the the", "Of Of Of " * 50, "-", "President", "’s"):
        read(text, MentionStage())


def test_what_a_minister_is_in_charge_of_is_no_name(read: Read) -> None:
    draft = read("Minister of Foreign Affairs and Trade Tom Ray met the Health Minister, Ann Lee.", MentionStage())
    assert roles(draft, chain(draft, "Tom Ray")) == [("foreign affairs and trade minister", None)]
    assert roles(draft, chain(draft, "Ann Lee")) == [("health minister", None)]


@pytest.mark.parametrize("name", ["Port-au-Prince", "Theresa May", "Tom King", "U.S. State Department"])
def test_a_word_that_could_be_an_office_or_a_month_stays_in_its_name(read: Read, name: str) -> None:
    assert name in all_names(read(f"On Monday {name} was in the news.", MentionStage()))


def test_the_same_words_are_one_mention(read: Read) -> None:
    draft = read("A crowd of protesters met. The crowd sang.", MentionStage())
    places = [(m.words.start, m.words.end) for m in draft.of(Mention)]
    assert len(places) == len(set(places)) > 0


def test_an_adjective_of_a_place_that_no_table_has_is_no_name_but_tells_whose_the_role_is(read: Read) -> None:
    draft = read("Lathia protested. The Lathian foreign minister met Norvenian farmers.", MentionStage())
    assert all_names(draft) == {"Lathia"}
    assert chain(draft, "Lathia").kind is ActorKind.COUNTRY
    assert roles(draft, chain(draft, "The Lathian foreign minister")) == [("foreign minister", "Lathia")]


def test_a_title_that_no_list_has_is_no_part_of_a_name(read: Read) -> None:
    assert all_names(read("On Monday Grandmaster Milan Kostovic won.", MentionStage())) == {"Milan Kostovic"}


def test_a_name_that_somebody_is_also_known_by_is_theirs(read: Read) -> None:
    draft = read("General Hamid Dagral, better known as “Hemu”, fled. Hemu was seen in Lima.", MentionStage())
    assert chain(draft, "Hemu").names == ("Hamid Dagral", "Hemu")


def test_the_stage_keeps_its_contract(context: Context) -> None:
    check_stage(MentionStage(), after=[ParseStage()], context=context)
