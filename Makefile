# make report   the notebooks run, and the pages are in outputs/
# make test     the tests pass
# make fuzz     20,000 examples of what may come from outside, or EXAMPLES=
# make same-bytes   a report is the same bytes in another folder, time zone, locale ...; PYTHONS= names others with the pins
# make lint     code and notebooks are tidy
# make lab      the notebooks open in JupyterLab
# make screenshots  every page wide, on a phone and on paper, in outputs/screenshots/
# make test-pages   the pages in a real browser (both fetch Node and a Chromium where there is none)
# make html     saved web pages can be read, too (closereading new page.html)
# make test-edits   claims carried over to 7,500 edited texts (twenty minutes)
# make bench    how long a report takes, and what else it could take
# make train CORPUS=folder   the engine is trained anew (hours; PolNeAR's train/ and dev/ in the folder)
# make audit    the pins against the public lists of known vulnerabilities (needs the internet)
# make clean    outputs/ is gone
# make lock     the pinned versions are chosen anew (needs uv)
#
# STUDY=name reads another study: make report STUDY=my-study

PYTHON ?= python3
STUDY ?= putin-aims
EXAMPLES ?= 20000
VENV := .venv
BIN := $(VENV)/bin
SOURCES := lib tests notebooks
SEVERAL := -n logical --maxprocesses=4 # workers: one for each core
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: report test fuzz same-bytes lint lab screenshots test-pages test-edits html bench train audit clean lock
.DEFAULT_GOAL := report

report: $(VENV)/installed
	@$(BIN)/closereading run $(STUDY)

test: $(VENV)/tests-installed
	@$(BIN)/python -m pytest -c tests/pytest.ini --rootdir . $(SEVERAL) tests lib/closereading

fuzz: $(VENV)/tests-installed
	@FUZZ_EXAMPLES=$$(( ($(EXAMPLES) + 10) / 11 )) $(BIN)/python -m pytest -c tests/pytest.ini --rootdir . -v --hypothesis-show-statistics tests/test_fuzz.py

same-bytes: $(VENV)/installed
	@$(BIN)/python tests/same_bytes.py --study $(STUDY) $(foreach other,$(PYTHONS),--python $(other))

lint: $(VENV)/tests-installed
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/nbstripout --verify --keep-id --extra-keys "metadata.papermill cell.metadata.papermill cell.metadata.execution" notebooks/*.ipynb

lab: $(VENV)/installed
	@mkdir -p $(VENV)/etc/jupyter/labconfig
	@cp lib/closereading/data/lab_settings.json $(VENV)/etc/jupyter/labconfig/default_setting_overrides.json
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb

screenshots: $(VENV)/installed
	@tests/pages/install.sh
	@$(BIN)/closereading run $(STUDY) --single-file
	@tests/pages/node.sh tests/pages/screenshots.mjs outputs/$(STUDY) outputs/screenshots

test-pages: $(VENV)/installed
	@tests/pages/test.sh $(STUDY)

html: $(VENV)/html-installed

test-edits: $(VENV)/tests-installed
	@EDITS=2500 $(BIN)/python -m pytest -s -c tests/pytest.ini --rootdir . tests/test_reanchoring.py

bench: $(VENV)/installed
	@$(BIN)/python tests/bench/attribution.py
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python tests/bench/sizes.py

# Torch and the starting weights are for training alone, in an environment of their own.
train:
	@test -d "$(CORPUS)/train" || { echo "Say where PolNeAR lies: make train CORPUS=folder (with train/ and dev/ in it)"; exit 2; }
	@$(PYTHON) -m venv .venv-train
	@.venv-train/bin/python -m pip install --quiet -r lib/training/requirements.txt
	.venv-train/bin/python lib/training/train.py $(CORPUS) --out outputs/training

audit: $(VENV)/installed
	@$(PYTHON) -m venv .venv-audit && .venv-audit/bin/python -m pip install --quiet pip-audit==2.10.1
	@.venv-audit/bin/pip-audit --require-hashes --disable-pip -r lib/requirements-hashed.txt

clean:
	rm -rf outputs

# What is installed is as new as its list; a second run installs nothing.
$(VENV)/installed: requirements.txt lib/pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the notebooks need into $(VENV)/ (a minute, once) ..."
	@$(PIP) install --quiet -r requirements.txt
	@touch $@

$(VENV)/tests-installed: $(VENV)/installed tests/requirements.txt
	@$(PIP) install --quiet -r tests/requirements.txt
	@touch $@

$(VENV)/html-installed: $(VENV)/installed lib/requirements-html.txt
	@$(PIP) install --quiet -r lib/requirements-html.txt
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version 2>&1). Another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

COMPILE := uv pip compile --universal --python-version 3.11 --no-header --no-annotate --quiet

lock:
	@{ echo "-e ./lib"; \
	   echo "# What it runs with, for Python 3.11 to 3.14. Made from lib/pyproject.toml by \"make lock\":"; \
	   echo "# $(COMPILE) pyproject.toml"; \
	   cd lib && $(COMPILE) pyproject.toml; } > requirements.new
	@grep -v '^[#-]' requirements.new > constraints.new
	@{ echo "# The pins of requirements.txt with the hashes of every file they may come from. Made by \"make lock\"."; \
	   cd lib && $(COMPILE) --generate-hashes -c ../constraints.new pyproject.toml; } > hashed.new
	@{ echo "-r ../requirements.txt"; \
	   echo "# What the tests need beside it. Made from lib/pyproject.toml by \"make lock\":"; \
	   echo "# $(COMPILE) --group tests"; \
	   cd lib && $(COMPILE) --group tests -c ../constraints.new | grep -vxFf ../constraints.new; } > tests/requirements.new
	@{ echo "-r ../requirements.txt"; \
	   echo "# What saved web pages need beside it. Made from lib/pyproject.toml by \"make lock\":"; \
	   echo "# $(COMPILE) --extra html pyproject.toml"; \
	   cd lib && grep -v '^[#-]' ../tests/requirements.new | cat ../constraints.new - > ../both.new && \
	   $(COMPILE) --extra html pyproject.toml -c ../both.new | grep -vxFf ../constraints.new; } > lib/requirements-html.new
	@rm both.new; mv lib/requirements-html.new lib/requirements-html.txt; mv requirements.new requirements.txt; mv tests/requirements.new tests/requirements.txt; mv hashed.new lib/requirements-hashed.txt; rm constraints.new
