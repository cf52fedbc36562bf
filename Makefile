# Each target sets up what it needs. SITE is what building takes, DEV what tests take besides.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   := $(VENV)/.site
DEV    := $(VENV)/.dev
PORT   ?= 8000

.DEFAULT_GOAL := help
.PHONY: help html publish devserver ingest check test lint format golden clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

html: $(SITE) ## Ingest new and changed seeds and build the site into output/
	$(BIN)/pelican -s pelicanconf.py

publish: $(SITE) ## The same with the address and settings of publishconf.py
	$(BIN)/pelican -s publishconf.py

devserver: $(SITE) ## Preview at http://127.0.0.1:8000, rebuilt on every change, of seeds too
	$(BIN)/pelican -s pelicanconf.py --listen --autoreload --port $(PORT)

ingest: $(SITE) ## Seeds to Markdown alone
	$(BIN)/newswire ingest

check: $(SITE) ## Report every problem of content, seeds and actors
	$(BIN)/newswire check

test: $(DEV) ## All tests, in a real browser too
	tools/setup-browser.sh
	$(BIN)/pytest -n auto --dist loadfile

lint: $(DEV) ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV) ## Put the code into its standard form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(DEV) ## Make the example content and the expected files of the tests anew; read the diff
	$(BIN)/newswire ingest --refresh
	$(BIN)/pytest tests/golden --refresh-golden

clean: ## Remove what can be made again
	rm -rf output .newswire/cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(SITE): pyproject.toml tools/setup-venv.sh
	tools/setup-venv.sh $(PYTHON) $(VENV) -e .
	touch $@

$(DEV): pyproject.toml tools/setup-venv.sh
	tools/setup-venv.sh $(PYTHON) $(VENV) -e '.[dev]'
	touch $@ $(SITE)
