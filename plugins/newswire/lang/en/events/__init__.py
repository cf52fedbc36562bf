"""What happened when, and who did it: dated events of PLOVER's types. See `docs/events.md`."""

from newswire.lang.en.events.finder import find_events

__all__ = ["find_events"]
