# duiyi: `make corpus` and `make test` are all a fresh machine needs.
PYTHON ?= python3
VENV   ?= .venv
SRC    ?= seeds
OUT    ?= build/corpus
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)
DATA   ?= ../shared/data

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# "make -n corpus" tells which documents are to do: the + of its line runs it even then
DRY = $(if $(findstring n,$(filter-out --%,$(firstword $(MAKEFLAGS)))), --dry-run)

.PHONY: help corpus test check install bench acceptance golden clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(INSTALLED): setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

install: $(INSTALLED) ## .venv with the command duiyi and what the tests need

corpus: $(INSTALLED) ## align the documents of SRC into OUT with JOBS processes, and print what was found
	+$(if $(DRY),test ! -x $(BIN)/duiyi || )$(BIN)/duiyi align $(SRC) -o $(OUT) --jobs $(JOBS)$(DRY)

check: $(INSTALLED) ## flake8 and mypy
	$(BIN)/flake8
	$(BIN)/mypy

test: check ## flake8, mypy and the tests
	$(BIN)/pytest -n auto

acceptance: $(INSTALLED) ## our TMX, XLIFF and tables in OmegaT, LibreOffice and others (installs them)
	PYTHON=$(BIN)/python tests/acceptance/run --corpus $(OUT)

bench: $(INSTALLED) ## measure accuracy, speed and the checks on the texts in DATA (an hour)
	$(BIN)/python bench/accuracy.py --data $(DATA)
	$(BIN)/python bench/gaps.py --data $(DATA)
	$(BIN)/python bench/speed.py --data $(DATA)
	$(BIN)/python bench/goals.py --data $(DATA)
	$(BIN)/python bench/omission.py --data $(DATA)
	$(BIN)/python bench/quantities.py --data $(DATA)
	$(BIN)/python bench/checks.py --data $(DATA)
	$(BIN)/python bench/planted.py --data $(DATA)
	$(BIN)/python bench/check_speed.py --data $(DATA)

golden: $(INSTALLED) ## write the golden results of seeds/ again, to be read before they are committed
	$(BIN)/python -m tests.golden.document

clean: ## remove what make made
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .hypothesis
