# Everything runs from .venv, which is made from the pinned, hashed list in requirements/dev.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
CODE := src tests evals bench tools

.DEFAULT_GOAL := check
.PHONY: check demo test lint evals bench web format lock help clean

check: test evals  ## format, lint, types, layers, tests, evals

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than Python 3.11; say make PYTHON=python3.12"; exit 2; }
	@echo "setting up $(VENV) (pinned packages, once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)  ## what is known from the ten reports in examples/; writes out/brief.html and out/demo.db
	@mkdir -p out
	$(BIN)/reportedly brief examples --watch examples/watch.toml --html out/brief.html
	@$(BIN)/reportedly add examples --db out/demo.db
	@echo "in the browser: $(BIN)/reportedly serve --db out/demo.db --watch examples/watch.toml"

lint: $(READY)  ## format, lint, types and layers, changing nothing
	$(BIN)/ruff format --check --quiet $(CODE)
	$(BIN)/ruff check --quiet $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache | tail -n 4

test: lint  ## lint, then every test; needs nothing beside this checkout
	$(BIN)/python -m pytest

$(PEERS): $(READY) requirements/peers.txt
	@echo "adding the peers that the evals score beside us (pinned packages, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r requirements/peers.txt
	@touch $@

evals: $(PEERS)  ## figures against their floors; those that need ../shared say so where it is absent
	$(BIN)/python -m evals.gate

bench: $(PEERS)  ## reports per CPU-second, memory, linking, and a collection of 100,000 reports with the web app over it, beside named peers: hours
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.lineage
	$(BIN)/python -m bench.collection
	$(BIN)/python -m bench.serve

web:  ## build the scripts of the web app into the package (needs Node; what is built is kept in the repository)
	cd web && npm ci --no-audit --no-fund && npm run build

format: $(READY)  ## put the code in order
	$(BIN)/ruff check --fix --quiet $(CODE)
	$(BIN)/ruff format --quiet $(CODE)

lock:  ## work out requirements/*.txt anew from pyproject.toml (needs the network and pip-tools)
	pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements/run.txt pyproject.toml
	pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -c requirements/run.txt -o requirements/dev.txt pyproject.toml requirements/dev.in
	pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -c requirements/dev.txt -o requirements/peers.txt requirements/peers.in

clean:  ## remove what the other targets made
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .hypothesis

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10
