"""Documents as JSON, one object a story: the contract of `newswire annotate`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from newswire.annotate import Context, annotate
from newswire.errors import WireError
from newswire.formats.compose import refuse_endless
from newswire.model import Attribution, Dispatch, Document, Event, Mention, Timex


def as_object(document: Document, identity: str | None = None) -> dict[str, Any]:
    """A document as a JSON object. Offsets count code points in `body`.

    `id` is `identity`, else the seed's path, with the story's number where it is not the first.
    """
    dispatch, body = document.dispatch, document.body
    own = dispatch.source if dispatch.story == 1 else f"{dispatch.source}#{dispatch.story}"
    return {
        "id": own if identity is None else identity,
        **_dispatch(dispatch),
        "mentions": [_mention(mention, body) for mention in document.mentions],
        "times": [_timex(timex, body) for timex in document.times],
        "attributions": [_attribution(attribution) for attribution in document.attributions],
        "events": [_event(event, body) for event in document.events],
        "error": None,
    }


def as_error(error: WireError, identity: str) -> dict[str, Any]:
    """What stands in place of a story that could not be read."""
    return {"id": identity, "error": str(error)}


def annotate_line(line: str, path: str, number: int, context: Context) -> dict[str, Any]:
    """One `{"id", "text", "published"}` object annotated; `text` is taken as a body as it is.

    Raises `WireError` for a line that is no such object, or whose text is too long.
    """
    try:
        given = json.loads(line)
        identity, text, published = given["id"], given["text"], given.get("published")
        valid = isinstance(text, str) and isinstance(published, str | None)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _no_object(path, number, repr(error)) from error
    if not valid:
        raise _no_object(path, number, "text or published is no string")
    refuse_endless(text, path, number)
    dispatch = Dispatch(source=str(identity), body=text, format="jsonl", published=published)
    return as_object(annotate(dispatch, context), identity)


def _no_object(path: str, number: int, reason: str) -> WireError:
    remedy = 'a line is {"id": …, "text": …, "published": "2012-06-19" or null}'
    return WireError(path, number, f"not a dispatch object: {reason}", remedy)


def _dispatch(dispatch: Dispatch) -> dict[str, Any]:
    fields = asdict(dispatch)
    del fields["source"]
    return fields


def _mention(mention: Mention, body: str) -> dict[str, Any]:
    several = {"ids": list(mention.ids)} if len(mention.ids) > 1 else {}
    return {
        "start": mention.start,
        "end": mention.end,
        "text": body[mention.start : mention.end],
        "kind": mention.kind,
        "id": mention.id,
        **several,
        "rule": mention.rule,
    }


def _timex(timex: Timex, body: str) -> dict[str, Any]:
    return {**asdict(timex), "text": body[timex.start : timex.end]}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    speakers = attribution.speakers
    several = {"speakers": list(speakers)} if len(speakers) > 1 else {}
    return {
        "cue": list(attribution.cue),
        "source": list(attribution.source) if attribution.source else None,
        "speaker": speakers[0] if speakers else None,
        **several,
        "content": [list(span) for span in attribution.content],
        "form": attribution.form,
        "rule": attribution.rule,
    }


def _event(event: Event, body: str) -> dict[str, Any]:
    return {
        "date": event.date,
        "text": body[event.start : event.end],
        "start": event.start,
        "end": event.end,
        "actors": list(event.actors),
        "type": event.type,
        "rule": event.rule,
    }
