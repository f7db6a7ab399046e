# The front door. `make` alone lists what there is.
# Every target sets up what it needs; on a fresh machine `make proofs` or `make test`
# is the only command to type. Without make: see README, "Without make".

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ISSUES := $(patsubst %/issue.yaml,%,$(wildcard issues/*/issue.yaml))
ISSUE  ?= $(ISSUES)
LOCK   := .ci/constraints.txt
SOURCES := $(shell find src -name '*.py' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help proofs live print batch preflight check test golden try-install fuzz bench lint fmt ci setup fonts \
        schema system-deps lock clean clean-pictures

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/.run: pyproject.toml $(LOCK)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint $(LOCK) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --constraint $(LOCK) --editable '.[dev]'
	@touch $@

$(VENV)/.live: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --constraint $(LOCK) --editable '.[live]'
	@touch $@

proofs: $(VENV)/.run ## proof PDF and one PNG a page of every issue (ISSUE=issues/… for one)
	$(BIN)/printpress proof $(ISSUE)

print: $(VENV)/.run ## the print shop's PDF of every issue, checked as far as can be
	$(BIN)/printpress print $(ISSUE)

preflight: $(VENV)/.dev ## the same with ink and QR codes measured; stops on an error
	$(BIN)/printpress print $(ISSUE)

batch: $(VENV)/.run ## every edition of every issue at once, and build/batch/dashboard.html
	$(BIN)/printpress batch $(ISSUE)

check: $(VENV)/.run ## load, make up and lint every issue; writes nothing
	$(BIN)/printpress check $(ISSUE)

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest --numprocesses=auto

try-install: $(VENV)/.run ## a wheel, installed, makes a new paper and prints it
	rm -rf build/installed
	$(BIN)/python -m pip install --quiet --no-deps --target build/installed/site .
	cd build/installed && PYTHONPATH=site ../../$(BIN)/python -m printpress init paper --date 2026-01-01
	cd build/installed/paper && PYTHONPATH=../site ../../../$(BIN)/python -m printpress print issues/2026-01-01

golden: $(VENV)/.dev ## write the golden files anew; review the difference
	$(BIN)/python -m pytest --update-golden tests/golden tests/messages

fuzz: $(VENV)/.dev ## the long profile of the property tests
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest tests/laws tests/fuzz

live: $(VENV)/.live ## the preview in the browser (ISSUE=issues/… for another than the first)
	$(BIN)/printpress live $(firstword $(ISSUE)) --open

bench: $(VENV)/.dev ## whole-process timings and memory, printed and kept in build/
	$(BIN)/python -m tests.bench.whole_process
	$(BIN)/python -m tests.bench.text_engine
	$(BIN)/python -m tests.bench.live_latency
	$(BIN)/python -m tests.bench.editions

lint: $(VENV)/.dev ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/.dev ## write formatting
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

ci: lint test preflight try-install ## what CI runs

fonts: $(VENV)/.dev ## rebuild the committed faces byte for byte (needs npm)
	$(BIN)/python -m printpress.fonts.build

schema: $(VENV)/.run ## write the JSON Schemas anew
	$(BIN)/printpress schema --write schema

setup: $(VENV)/.dev ## editable install with the locked development tools

lock: ## pin what is installed now
	$(BIN)/python -m pip freeze --exclude-editable > $(LOCK)

system-deps: ## Debian programs that judge the PDFs in tests, and manuals that are set
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends \
	  -o DPkg::Options::='--path-include=/usr/share/doc/*' $$(cat .ci/debian-packages)

clean: ## remove what was built
	rm -rf build

clean-pictures: ## remove the converted pictures kept from run to run
	rm -rf build/.pictures
