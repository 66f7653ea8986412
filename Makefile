# `make` says what there is. Everything lives in .venv; uv is used where it is installed.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
BIN := .venv/bin
SERVE := STREAMLIT_SERVER_ADDRESS=$(HOST) STREAMLIT_SERVER_PORT=$(PORT) $(BIN)/streamlit run server.py
DEMO_URL ?= sqlite:///data/local/demo.db
INSTALL = if command -v uv >/dev/null; then VIRTUAL_ENV=.venv uv pip install -q --compile-bytecode -r $(1); else $(BIN)/python -m pip install -q -r $(1); fi

.PHONY: help run demo test check format bench shots catalog

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

.venv/bin/python:
	@if command -v uv >/dev/null; then uv venv -q --python $(PYTHON) .venv; else $(PYTHON) -m venv .venv; fi

.venv/run: requirements.txt | .venv/bin/python
	@$(call INSTALL,requirements.txt)
	@touch $@

.venv/dev: requirements-dev.txt requirements.txt | .venv/bin/python
	@$(call INSTALL,requirements-dev.txt)
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
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 3 --dist loadgroup

check: .venv/dev ## lint, format, types, catalog
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/pyright --warnings
	@$(BIN)/python -m components.language.text --check

format: .venv/dev ## mend what a tool can mend
	@$(BIN)/ruff check -q --fix . || true
	@$(BIN)/ruff format -q .

catalog: .venv/dev ## collect the texts to translate
	@$(BIN)/python -m components.language.text

bench: .venv/dev ## measure the Overview beside a bare page, Dash and Panel
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m tests.bench

shots: .venv/dev ## photograph every page into shots/ (PAGE=gaps for one)
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m tests.browser.shots $(PAGE)
