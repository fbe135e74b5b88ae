# make demo and make test each set up all they need first.

BIN := .venv/bin

.PHONY: setup demo test bench lint

setup:
	@.ci/setup

demo: setup
	@$(BIN)/kiosk demo

test: lint
	$(BIN)/pytest -n auto --maxprocesses 4

bench: setup
	@$(BIN)/python -m tests.bench

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
