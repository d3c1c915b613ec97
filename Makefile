# Two commands matter: `make demo` and `make test`. Both set up .venv/ first, from the lock files, with hashes.

PYTHON  ?= $(shell command -v python3.12 || command -v python3)
REPORTS ?=
BIN     := .venv/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test lint check sweep train lock seeds-trace gazetteer frequencies screenshots clean

help:            ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/core ## the story of the bundled sample, or of a folder: make demo REPORTS=dir
	@$(BIN)/dateline demo $(REPORTS)

test: .venv/dev  ## all tests; floors of accuracy too, where the gold folder is
	$(BIN)/python -m pytest -n 2

lint: .venv/dev  ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## all of these

sweep: .venv/dev ## the long tests: more examples of every property, 1,000 made pages, every floor
	DATELINE_SWEEP=1 $(BIN)/python -m pytest -rP tests/property tests/fault tests/pages tests/unit/linking/test_growth.py \
		tests/unit/linking/test_candidates_grow.py tests/test_floors.py

seeds-trace: .venv/dev ## docs/seeds.md: what came of each sentence of the seeds, where they lie beside the gold
	@$(BIN)/python -m eval.trace -o docs/seeds.md

gazetteer: .venv/dev requirements/gazetteer.txt ## the table of places, from GeoNames, in an environment of its own
	$(BIN)/python -m venv .venv-gazetteer
	.venv-gazetteer/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes -r requirements/gazetteer.txt
	.venv-gazetteer/bin/python -m gazetteer.build

frequencies: .venv/dev requirements/frequencies.txt ## the table of how often words are used, in the same way
	$(BIN)/python -m venv .venv-frequencies
	.venv-frequencies/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes -r requirements/frequencies.txt
	.venv-frequencies/bin/python -m frequencies.build

screenshots: .venv/dev ## the pictures of README and docs, of the bundled sample; needs a Chromium
	@$(BIN)/python docs/screenshots.py

train: .venv/dev ## the small models in the package anew, from the sentences of training/
	$(BIN)/python -m training.train_events

lock: .venv/dev  ## pin every dependency anew, with hashes and without an index address
	$(BIN)/pip-compile $(LOCK) --output-file requirements/core.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --output-file requirements/build.txt requirements/build.in
	$(BIN)/pip-compile $(LOCK) --extra dev --constraint requirements/core.txt \
		--output-file requirements/dev.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --output-file requirements/gazetteer.txt requirements/gazetteer.in
	$(BIN)/pip-compile $(LOCK) --output-file requirements/frequencies.txt requirements/frequencies.in

LOCK := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

clean:           ## remove the environment and caches
	rm -rf .venv .venv-gazetteer .venv-frequencies .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 12))' \
		|| { echo "Dateline needs Python 3.12; $(PYTHON) is another. Try: make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

# The package itself is installed from the tree, without build isolation: nothing outside the lock is fetched.
.venv/core: .venv/bin/python requirements/core.txt pyproject.toml
	@echo "setting up .venv (once, some minutes)"
	@$(PIP) install --require-hashes -r requirements/core.txt
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/core requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
