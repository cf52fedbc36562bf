#!/bin/sh
# setup-venv.sh PYTHON FOLDER PIP-ARGUMENT...: a virtual environment with what pip is asked for.
# Debian parts venv from Python; as root we install it, else we say how.
set -eu
python=$1 folder=$2
shift 2
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=python3-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "Python's venv is missing: run 'sudo apt-get install $package', then make again." >&2
        exit 1
    fi
fi
[ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
