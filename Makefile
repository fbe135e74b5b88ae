# make demo and make test each set up all they need first.

BIN := .venv/bin

.PHONY: setup demo test bench lint screenshots

setup:
	@.ci/setup

demo: setup
	@$(BIN)/kiosk demo

test: lint
	$(BIN)/pytest -n auto --maxprocesses 4

# make bench, or make bench ONLY=check_in FULL=1 PHOTOS=folder
bench: setup
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(FULL),--full) $(if $(PHOTOS),--photos $(PHOTOS))

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

screenshots: setup
	rm -rf build/day
	@$(BIN)/kiosk demo --headless --out build/day
	cp build/day/screens/gate-admitted.ru.png resources/screenshots/gate.png
	cp build/day/screens/closing-done.ru.png resources/screenshots/closing.png
