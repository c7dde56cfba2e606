# Everything a fresh machine needs is here: Python 3.11 or newer and make. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Bytecode is written at install; without it start-up pays for compiling every module anew.
export PYTHONDONTWRITEBYTECODE :=
# Nor does it say in which column of a line each step stands: a third of a megabyte to read at start, and a whole one to hold.
export PYTHONNODEBUGRANGES := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo test lint types imports unit bench soak audit bundle clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/.system: .ci/system-packages
	@PYTHON=$(PYTHON) sh .ci/system-packages
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Journeydesk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 demo")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.system pyproject.toml constraints.txt
	@echo "Installing Journeydesk into $(VENV)"
	@$(BIN)/python -m pip install --quiet --compile --require-hashes --no-deps -r constraints.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q journeydesk migrations
	@touch $@

$(VENV)/.developer: $(VENV)/.installed constraints-dev.txt
	@sh .ci/system-packages --tests
	@echo "Installing what the tests need"
	@$(BIN)/python -m pip install --quiet --compile --require-hashes --no-deps -r constraints-dev.txt
	@touch $@

setup: $(VENV)/.installed ## Make the virtual environment and install Journeydesk
	@echo "Ready: $(BIN)/journeydesk"

demo: $(VENV)/.installed ## See the whole product on a local sandbox team
	@$(BIN)/python -m compileall -q journeydesk migrations
	@$(BIN)/journeydesk demo $(ARGS)

test: lint types imports unit ## All checks and all tests

lint: $(VENV)/.developer
	$(BIN)/ruff check journeydesk migrations tests
	$(BIN)/ruff format --check journeydesk migrations tests

types: $(VENV)/.developer
	$(BIN)/mypy

imports: $(VENV)/.developer
	$(BIN)/lint-imports

unit: $(VENV)/.developer
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not soak" --ignore=tests/benchmarks -p no:cacheprovider \
		-n auto --dist worksteal $(ARGS)

bench: $(VENV)/.developer ## Measure every bound beside its yardstick; ARGS="--only PARTS" some, ARGS="--list" names them
	@$(BIN)/python -m compileall -q journeydesk migrations tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(ARGS)

soak: $(VENV)/.developer ## The long storms, kill loops, and every row of the fault matrix broken on purpose
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m soak $(ARGS)

audit: $(VENV)/.developer ## What it is made of (CycloneDX) and which of it has known weaknesses; STRICT=1 fails where PyPI does not answer
	@$(BIN)/python .ci/audit.py

bundle: $(VENV)/.developer ## Freeze the application into dist/journeydesk
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN journeydesk.spec

clean: ## Remove what was made here
	rm -rf $(VENV) build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
