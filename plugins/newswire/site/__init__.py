"""The site: the only part that knows Pelican."""
