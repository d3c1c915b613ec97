from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Chain, Mention, RoleMention, Sentence
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.stage import Context
from dateline.testing import arrival, read
from tests.effort import examples

WORDS = """Ann Lee|Mr|President|of|the|Norland|’s
's|(OTC)|Ministry|of Trade and|al-|Hadidi|, a judge,|protesters|he|They
her|said|“|”|"|.|-|U.S.|Petrenk0o|crowd of|🙂|1|secretary of state|Prime Minister's|and|former|Bank|Belarusian"""
PIECES = st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\n"])


@pytest.mark.parametrize("spaced", [" ", ""])
@given(pieces=st.lists(PIECES, min_size=1, max_size=25))
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_record_slices_has_its_own_id_and_points_to_a_chain(
    context: Context, spaced: str, pieces: list[str]
) -> None:
    draft = read(arrival(spaced.join(pieces) + "x"), ParseStage(), MentionStage(), context=context)
    chains, mentions, roles = draft.of(Chain), draft.of(Mention), draft.of(RoleMention)
    ids = [record.id for record in (*chains, *mentions, *roles)]
    assert len(set(ids)) == len(ids)
    known = {chain.id for chain in chains}
    sentences = {sentence.id for sentence in draft.of(Sentence)}
    for one in (*mentions, *roles):
        assert draft.report.text[one.words.start : one.words.end] == one.words.text != ""
        assert one.chain in known
    assert all(role.of is None or role.of in known for role in roles)
    assert all(mention.sentence in sentences for mention in mentions)
