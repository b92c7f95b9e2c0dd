# Everything runs in .venv, which is made from the lock file whenever that changes.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
FUZZ ?= 100000
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site serve test lint check bench fuzz ratio validate browser pictures lock vendor clean

site: $(STAMP)
	$(BIN)/hub build

serve: $(STAMP)
	$(BIN)/hub serve

test: browser
	$(BIN)/pytest -n auto --dist loadgroup

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --no-progress --quiet .github

check: lint test

validate: $(STAMP)
	$(BIN)/hub validate

bench: $(STAMP)
	$(BIN)/python tests/bench/measure.py
	$(BIN)/python tests/bench/compare.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/phone.py
	$(BIN)/python tests/bench/serve.py

# Reads a hundred thousand damaged files, some six minutes of a processor: make fuzz, or make fuzz FUZZ='2000 7'.
fuzz: $(STAMP)
	$(BIN)/python tests/bench/fuzz.py $(FUZZ)

# Doubles the inputs of every reader and compares the times: some ten minutes of a processor.
ratio: $(STAMP)
	$(BIN)/python tests/bench/ratio.py

# Programs for the tests: GNU gettext; a browser that is there, Playwright's own, or the system's package; the oldest
# browser that we promise.
browser: $(STAMP)
	$(BIN)/python tests/programs.py
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/older/browser.py

# Makes the pictures of the guide for schools anew, from a site built as the guide says.
pictures: browser
	$(BIN)/python tests/pictures.py

# Asks the package index for current versions and writes them down with their hashes: one version of each, which the
# oldest Python takes that pyproject.toml allows.
lock: $(STAMP)
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip install --quiet uv==0.13.9
	.venv/lock/bin/uv pip compile --quiet --no-config --generate-hashes --no-header --no-annotate --universal \
	  --python-version 3.11.2 --fork-strategy fewest --all-extras --upgrade pyproject.toml -o requirements.txt

# Makes the checked-in files of others anew, from the versions that package-lock.json names. Needs Node 18 or newer.
vendor: $(STAMP)
	npm ci --no-audit --no-fund --ignore-scripts
	$(BIN)/hub build --root tests/hubs/typography --site-dir node_modules/.site
	node scripts/vendor.mjs node_modules/.site $$($(BIN)/python -c 'import material; print(*material.__path__, material.__version__)')
	cp $$($(BIN)/python -c 'import importlib.metadata as m; print(next(f.locate() for f in m.files("mkdocs-material") if f.name == "LICENSE"))') \
	  overrides/assets/vendor/material/LICENSE.txt

clean:
	rm -rf .venv site .site.*

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2) and "Python 3.11.2 or newer is needed: make PYTHON=python3.12")'
	@echo 'Setting up .venv: a minute or two, once.'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@
