# The words people and CI use. `make` alone lists them.
PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/pytest -n 2 --dist loadgroup
TESTS ?= tests
PATHS := site news showcase events tests manage.py
export PYTHONPATH := .:site
export PYTHONHASHSEED := 0
.PHONY: help demo backup restore upgrade test test-postgresql bench coverage lint format messages screenshots handbook lock clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(VENV)/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) -V)."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the site runs on…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/runtime
	@echo "Installing the tools…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

demo: export DJANGO_ENV = dev
demo: export SITE_URL ?= http://$(HOST):$(PORT)
demo: $(VENV)/runtime  ## set up all, load the demo content, serve it: PORT=8000 HOST=127.0.0.1
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) setup_site --verbosity 0
	@$(MANAGE) run_due --loop 60 & clock=$$!; trap 'kill $$clock 2>/dev/null' EXIT INT TERM; \
	printf '\n  http://%s:%s%s/\n  http://%s:%s%s/admin/\n\n' \
		"$(HOST)" "$(PORT)" "$(SITE_PREFIX)" "$(HOST)" "$(PORT)" "$(SITE_PREFIX)"; \
	$(BIN)/gunicorn --config site/gunicorn.conf.py --bind $(HOST):$(PORT)

backup: $(VENV)/runtime  ## database and files into one archive: TO=/mnt/folder KEEP=14
	@$(MANAGE) backup $(if $(TO),--to $(TO)) $(if $(KEEP),--keep $(KEEP))

restore: $(VENV)/runtime  ## bring an archive back: FILE=…/sao-luu-….tar, and REPLACE=1 to put aside what is there
	@test -n "$(FILE)" || { echo "Set FILE=…/sao-luu-….tar"; exit 1; }
	@$(MANAGE) restore $(FILE) $(if $(REPLACE),--replace)

upgrade:  ## the code that lies here onto this server: packages, backup, database, static files
	@deploy/upgrade.sh

test: $(VENV)/dev  ## the whole suite on SQLite: TESTS=tests/news
	$(PYTEST) $(TESTS)

test-postgresql: $(VENV)/dev  ## everything that touches the database, on the PostgreSQL of DATABASE_URL
	@test -n "$(DATABASE_URL)" || { echo "Set DATABASE_URL=postgres://…"; exit 1; }
	$(PYTEST) -m "not browser" $(TESTS)

bench: $(VENV)/dev  ## what can be measured under load; BENCH=submissions measures it, on PostgreSQL
	@$(BIN)/python -m tests.bench $(BENCH)

coverage: $(VENV)/dev  ## the suite with coverage, at least 90 %
	$(PYTEST) --cov --cov-report=term --cov-fail-under=90 $(TESTS)

lint: $(VENV)/dev  ## ruff, layers, templates, types
	$(BIN)/ruff check $(PATHS)
	$(BIN)/ruff format --check $(PATHS)
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/mypy

format: $(VENV)/dev  ## let ruff put the Python files in order
	$(BIN)/ruff check --fix $(PATHS)
	$(BIN)/ruff format $(PATHS)

messages: $(VENV)/dev  ## compile the Vietnamese catalogue after its .po files were edited
	$(BIN)/python -c 'import pathlib, polib; [polib.pofile(str(p)).save_as_mofile(str(p.with_suffix(".mo"))) for p in pathlib.Path("site/config/locale").rglob("*.po")]'

screenshots: $(VENV)/dev  ## take the pictures of the README anew
	$(BIN)/python -m tests.journeys.screenshots

handbook: $(VENV)/dev  ## take the pictures of the editors' handbook anew
	$(BIN)/python -m tests.journeys.handbook_shots

# --no-strip-extras: older pips take `coverage[toml]` for another package than a pinned `coverage`.
lock: $(VENV)/dev  ## write both requirement locks anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras requirements-dev.in -o requirements-dev.txt

clean:  ## throw away what was made, the demo's database too
	rm -rf $(VENV) var .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage
