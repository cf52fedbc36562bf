"""Who said what: statements with their cue, source and content.

`find_attributions` joins two readings of a text: what stands between quotation marks, and what
the verbs of saying report. See `docs/attributions.md`.
"""

from newswire.lang.en.attributions.finder import find_attributions

__all__ = ["find_attributions"]
