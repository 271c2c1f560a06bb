"""The memory of sent pictures: bounded, the longest unasked first."""

from __future__ import annotations

from demo.ui.latest import Latest


def test_what_was_not_asked_for_longest_goes_first() -> None:
    made: list[str] = []

    def make(key: str) -> bytes:
        made.append(key)
        return b"x" * 40

    latest = Latest(100)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert latest.get(key, lambda key=key: make(key)) == b"x" * 40
    assert made == ["a", "b", "c", "b"]  # b went when c came, a was asked for in between
    assert latest.bytes == 80
    assert len(latest) == 2
    assert "a" in latest
    assert "c" not in latest


def test_what_is_larger_than_all_is_not_kept() -> None:
    latest = Latest(10)
    assert latest.get("a", lambda: b"x" * 11) == b"x" * 11
    assert latest.bytes == len(latest) == 0


def test_what_cannot_be_made_leaves_nothing() -> None:
    latest = Latest(10)
    try:
        latest.get("a", lambda: b"x" * (1 // 0))
    except ZeroDivisionError:
        assert len(latest) == 0
