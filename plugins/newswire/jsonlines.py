"""Documents as JSON, one object a story: the contract of `newswire annotate`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newswire.annotate import Context, annotate, annotate_seed
from newswire.errors import WireError, as_problem
from newswire.formats.compose import refuse_endless
from newswire.model import Attribution, Dispatch, Document, Event, Mention, Timex

STANDARD_INPUT = "-"


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


def as_line(found: dict[str, Any]) -> str:
    """An object as one line; in ASCII where a text holds what no UTF-8 can, half a character."""
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(found)
    return line


def objects_of_files(path: str, context: Context) -> Iterator[dict[str, Any]]:
    """Every story of a file, of the files of a folder, or of standard input (`-`). One that
    cannot be read or annotated gives an object with `error`."""
    files = _files(path)
    if not files:
        yield as_error(WireError(path, None, "holds no file", "name a folder with raw files"), path)
    for file in files:
        name = "<stdin>" if file is None else file.as_posix()
        try:
            data = sys.stdin.buffer.read() if file is None else file.read_bytes()
            for document in annotate_seed(data, name, context):
                yield as_object(document)
        except Exception as error:  # noqa: BLE001  # one file must not hide the rest
            yield as_error(as_problem(name, error), name)


def _files(path: str) -> Sequence[Path | None]:
    if path == STANDARD_INPUT:
        return [None]
    given = Path(path)
    if not given.is_dir():
        return [given]
    found = (file for file in sorted(given.rglob("*")) if file.is_file())
    return [f for f in found if not any(p.startswith(".") for p in f.relative_to(given).parts)]


def objects_of_lines(path: str, context: Context) -> Iterator[dict[str, Any]]:
    """Every `{"id", "text", "published"}` of a file, or of standard input, annotated. One that
    cannot be read or annotated gives an object with `error`, under its own id if it has one."""
    try:
        with sys.stdin.buffer if path == STANDARD_INPUT else Path(path).open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _of_line(line, path, number, context)
    except OSError as error:
        yield as_error(as_problem(path, error), path)


def _of_line(data: bytes, path: str, number: int, context: Context) -> dict[str, Any]:
    identity = f"{path}:{number}"
    try:
        line = data.decode("utf-8-sig" if number == 1 else "utf-8")
        identity = _identity(line, identity)
        return annotate_line(line, path, number, context)
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text: {error.reason}"
        return as_error(WireError(path, number, reason, "save it as UTF-8"), identity)
    except Exception as error:  # noqa: BLE001  # one line must not hide the rest
        return as_error(as_problem(path, error, number), identity)


def _identity(line: str, otherwise: str) -> Any:
    try:
        return json.loads(line)["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return otherwise


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
