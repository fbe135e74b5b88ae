# make demo and make test each set up all they need first.

BIN := .venv/bin
PICTURES := $(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal -q tests/gui/test_pictures.py --pictures

.PHONY: setup demo test bench lint screenshots

setup:
	@.ci/setup

demo: setup
	@$(BIN)/kiosk demo

test: lint
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

# make bench, or make bench ONLY=check_in FULL=1 PHOTOS=folder
bench: setup
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(FULL),--full) $(if $(PHOTOS),--photos $(PHOTOS))

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Every screen in both languages, on a small, a large and a fine screen, under build/pictures.
screenshots: setup
	rm -rf build/pictures
	$(PICTURES)
	QT_SCALE_FACTOR=2 $(PICTURES) -k 1366x768
	cp build/pictures/ru-1366/02-admitted.png resources/screenshots/gate.png
	cp build/pictures/ru-1366/06-group.png resources/screenshots/group.png
	cp build/pictures/ru-1366/11-done.png resources/screenshots/closing.png
