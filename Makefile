# Everything runs in .venv, which is made from the lock file whenever that changes.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site serve test lint check bench validate browser lock clean

site: $(STAMP)
	$(BIN)/hub build

serve: $(STAMP)
	$(BIN)/hub serve

test: browser
	$(BIN)/pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test

validate: $(STAMP)
	$(BIN)/hub validate

bench: $(STAMP)
	$(BIN)/python tests/bench/measure.py

# A browser for the tests: one that is there, Playwright's own, or the system's package.
browser: $(STAMP)
	$(BIN)/python tests/browser.py

# Asks the package index for current versions and writes them down with their hashes.
lock: $(STAMP)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --no-config --generate-hashes --no-header --no-annotate --universal \
	  --python-version 3.11 --all-extras --upgrade pyproject.toml -o requirements.txt

clean:
	rm -rf .venv site .site.*

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@echo 'Setting up .venv: a minute or two, once.'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@
