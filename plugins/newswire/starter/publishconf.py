"""The site as published: absolute addresses, and nothing left over from earlier builds."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "https://newswire.example")
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
