"""The site as published: with absolute addresses."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "https://newswire.example")
RELATIVE_URLS = False
