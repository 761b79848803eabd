# Needs python3 (3.11 to 3.13, with venv) and make. Tests also need Node, Chromium, Java,
# LibreOffice and poppler; `make outils` says which of them are missing.

export UV_PYTHON_DOWNLOADS = never
export UV_NO_PROGRESS = 1
export NO_MKDOCS_2_WARNING = 1
# Some machines forbid Python to keep what it compiled: each test process would compile all again.
unexport PYTHONDONTWRITEBYTECODE

UV := .venv/bin/uv
RUN := $(UV) run --locked --no-sync
READY := .venv/.pret

.PHONY: build installation check test test-long coverage serve bench docs clean outils

build: $(READY) ## Everything that the sources give, in build/
	$(RUN) emas build

installation: $(READY) ## Our wheel and all that it needs, to install without network
	.venv/bin/python -m pip wheel --quiet --wheel-dir installation .

check: $(READY) ## Lint, types, layers, generated documents up to date
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports --no-logo
	$(RUN) python -m tests.documents --check

test: $(READY) outils node_modules ## The gate
	$(RUN) pytest -n 2 --dist loadgroup

test-long: $(READY) outils node_modules ## Mutations, kills, fuzzing, every page of the site
	$(RUN) pytest -n 2 --dist loadgroup -m long --timeout 1800

coverage: $(READY) outils node_modules ## Lines and branches that the tests run
	$(RUN) coverage run -m pytest && $(RUN) coverage combine && $(RUN) coverage report

serve: $(READY) ## Site, slides and booklet, seen while somebody writes
	$(RUN) emas serve

bench: $(READY) ## How long things take, as ratios
	$(RUN) python -m tests.bench

docs: $(READY) ## Rewrite the generated documents
	$(RUN) python -m tests.documents

clean: ## Remove outputs and caches; keeps snapshots, entered data and what was edited by hand
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find build/site build/diapos build/livrets build/lms build/cle-usb -type f ! -name '*(modifié*' -delete 2>/dev/null || true
	find build -mindepth 1 -type d -empty -delete
	find .emas -mindepth 1 -maxdepth 1 ! -name instantanes -exec rm -rf {} + 2>/dev/null || true

outils:
	@python3 tests/outils.py

$(UV):
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check uv

$(READY): $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --locked --all-extras
	touch $@

node_modules: package.json package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts
	touch $@
