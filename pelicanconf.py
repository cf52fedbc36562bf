"""The site as previewed; publishconf.py adds what differs when it is published."""

SITENAME = "Newswire"
SITEURL = ""
SITESUBTITLE = "Wire dispatches with every leader, country and date marked"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
RELATIVE_URLS = True
FEED_DOMAIN = "http://127.0.0.1:8000"  # feeds hold absolute addresses, in a preview too

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["newswire"]

TIMEZONE = "UTC"
DEFAULT_LANG = "en"
STATIC_PATHS: list[str] = []
