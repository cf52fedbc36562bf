"""The life of a stored story: held back, replaced by a newer version, taken back."""

from newswire.life.article import Article, doubles_in, stored_article
from newswire.life.embargo import held_back, now
from newswire.life.links import Targets, dead_links
from newswire.life.versions import Lives, lives_of

__all__ = [
    "Article",
    "Lives",
    "Targets",
    "dead_links",
    "doubles_in",
    "held_back",
    "lives_of",
    "now",
    "stored_article",
]
