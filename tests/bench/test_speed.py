from speed import _STAGES


def test_every_stage_is_the_time_of_a_function_that_is_there() -> None:
    # they are named by strings, so nothing else would notice that one is gone
    gone = [name for owner, name, _ in _STAGES if not callable(getattr(owner, name, None))]
    assert not gone
