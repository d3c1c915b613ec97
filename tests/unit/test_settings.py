import pytest

from dateline.errors import SettingsError
from dateline.settings import Settings


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(SettingsError, match="block_limit must be above 0"):
        Settings(block_limit=0)
