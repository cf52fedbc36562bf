"""The site as published: absolute addresses, and nothing but this build in the output folder."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "https://newswire.example")
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
