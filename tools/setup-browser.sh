#!/bin/sh
# The browser that the tests drive: Debian's Chromium. As root we install it, else we say how.
set -eu
command -v "${CHROMIUM:-chromium}" >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-liberation >/dev/null
else
    echo "The tests need Chromium: run 'sudo apt-get install chromium', or set CHROMIUM to its path." >&2
    exit 1
fi
