"""The garbage collector during a build."""

import gc

from emas import memory


def test_what_lives_as_long_as_the_build_is_passed_over_until_its_end() -> None:
    with memory.kept():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)
    memory.release()
    assert gc.get_freeze_count() == 0
