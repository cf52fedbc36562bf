"""Newswire: raw wire-agency text to an annotated news digest, as a Pelican plugin."""


def register() -> None:
    """Called by Pelican, which would log a failure here and build without the plugin."""
    try:
        from newswire.site.signals import connect  # noqa: PLC0415  # the library needs no Pelican
    except Exception as error:
        raise SystemExit(f"newswire cannot start: {error!r}") from error
    connect()
