# Femma's few commands. `make` alone lists them.
# .venv is made by itself from Python 3.11 or newer and filled from the lock files; a stamp file remembers that,
# and a changed lock fills it again.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST_ARGS ?=

.PHONY: help run test check bench year soak golden migration clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: .venv/.runtime ## Start Femma with the playground, in development mode
	FEMMA_MODE=development $(BIN)/femma run

test: check ## Everything: the checks, then all tests (PYTEST_ARGS="-k digest" for some)
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: .venv/.dev ## Lint, format and types, without running anything
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/.dev ## Throughput and waiting beside a bare Bolt app and bare aiohttp, and at a million ideas
	$(BIN)/python -m bench

year: .venv/.dev ## A simulated year of 70 teams and 2,000 people: is anything forgotten or miscounted?
	$(BIN)/python -m bench.year

soak: .venv/.dev ## Kill it two hundred times on each database while people talk to it
	$(BIN)/python -m bench.soak

golden: .venv/.dev ## Write the golden files anew; read the difference before you commit it
	FEMMA_UPDATE_GOLDEN=1 $(BIN)/python -m pytest -k golden $(PYTEST_ARGS)

migration: .venv/.dev ## A new migration from the tables: make migration m="what changed"
	@test -n "$(m)" || { echo 'Say what changed: make migration m="add a deputy"' >&2; exit 2; }
	@# Compared with an empty database brought to the newest schema, never with anybody's real one.
	@scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && \
	export FEMMA_MODE=development FEMMA_DATABASE_URL="sqlite+aiosqlite:///$$scratch/femma.db" && \
	$(BIN)/alembic upgrade head && $(BIN)/alembic revision --autogenerate -m "$(m)"

clean: ## Take away .venv and every cache; data stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is the last thing that venv puts there: without it the folder is a half-made one and is made again.
$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo 'Femma needs Python 3.11 or newer, and none was found in PATH.' >&2; exit 1; }
	@echo 'Making .venv with $(PYTHON) ...'
	@$(PYTHON) -m venv --clear .venv

.venv/.runtime: requirements.lock pyproject.toml | $(BIN)/pip
	@echo 'Installing what Femma needs (a minute the first time) ...'
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

# The development lock holds everything in the other one, so both stamps are set.
.venv/.dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/pip
	@echo 'Installing what Femma and its tests need (a minute the first time) ...'
	@$(PIP) install -qq --require-hashes -r requirements-dev.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch .venv/.runtime $@
