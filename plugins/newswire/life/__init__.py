"""The life of a stored story: held back, replaced by a newer version, taken back."""

from newswire.life.article import ADDRESS, Article, stored_article
from newswire.life.embargo import held_back, now
from newswire.life.versions import Lives, lives_of

__all__ = ["ADDRESS", "Article", "Lives", "held_back", "lives_of", "now", "stored_article"]
