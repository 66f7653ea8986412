# `make` says what there is. Everything lives in .venv; uv is used where it is installed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
BIN := .venv/bin
SERVE := LOCAL_WRITING=yes STREAMLIT_SERVER_ADDRESS=$(HOST) STREAMLIT_SERVER_PORT=$(PORT) $(BIN)/streamlit run server.py
DEMO_URL ?= sqlite:///data/local/demo.db
# The oldest Python that we support chooses the versions; markers say where a newer one differs.
LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--annotation-style line --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
INSTALL = if command -v uv >/dev/null; \
	then VIRTUAL_ENV=.venv uv pip install -q --compile-bytecode --require-hashes -r $(1); \
	else $(BIN)/python -m pip install -q --require-hashes -r $(1); fi

.PHONY: help run demo test test-fast check lint types texts format bench mutants sheets shots catalog lock hooks

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

.venv/bin/python:
	@if command -v uv >/dev/null; then uv venv -q --python $(PYTHON) .venv; else $(PYTHON) -m venv .venv; fi

.venv/run: requirements.lock | .venv/bin/python
	@$(call INSTALL,$<)
	@touch $@

.venv/dev: requirements-dev.lock | .venv/bin/python
	@$(call INSTALL,$<)
	@touch $@ .venv/run

run: .venv/run ## serve the dashboard on the real store (HOST, PORT, DATABASE_URL)
	@$(BIN)/python -m store init
	@exec env $(SERVE)

demo: .venv/run ## serve the same app on a second store with invented figures
	@DATABASE_URL=$(DEMO_URL) $(BIN)/python -m store demo
	@exec env DATABASE_URL=$(DEMO_URL) $(SERVE)

test: .venv/dev ## install what the tests need, then run all of them
	@$(BIN)/python -m tests.browser.install
	@# Whatever the shell says of bytecode: unkept, every server and command compiles the app anew.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 4 --dist loadgroup

test-fast: .venv/dev ## run what a small change may break: no browser, PostgreSQL, whole sites and documents
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 2 --fast

check: lint types texts ## lint, format, types, catalog

lint: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/dev
	@$(BIN)/pyright --warnings

texts: .venv/dev
	@$(BIN)/python -m components.language.text --check

format: .venv/dev ## mend what a tool can mend
	@$(BIN)/ruff check -q --fix . || true
	@$(BIN)/ruff format -q .

catalog: .venv/dev ## collect the texts to translate
	@$(BIN)/python -m components.language.text

bench: .venv/dev ## measure the Overview beside a bare page, Dash and Panel
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m tests.bench

mutants: .venv/dev ## change the store wrongly and count what the tests notice (ROOM=rights; hours)
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install -q -r requirements-mutants.txt
	@nice $(BIN)/python -m tests.mutants $(ROOM)

sheets: .venv/dev ## contact sheets of all pages: both stores, three widths, both themes
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m tests.browser.shots --sheets

shots: .venv/dev ## photograph every page into shots/ (PAGE=gaps for one)
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m tests.browser.shots $(PAGE)

lock: .venv/dev ## lock versions after a change of requirements (UPGRADE=1: the newest)
	@$(LOCK) $(if $(UPGRADE),--upgrade) -o requirements-dev.lock requirements-dev.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) -o requirements.lock -c requirements-dev.lock requirements.txt

hooks: .venv/dev ## run `make check` before every commit
	@$(BIN)/pre-commit install
