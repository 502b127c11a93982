# Every target sets up what it needs; a second run re-does nothing.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
MEMO := $(BIN)/memo
STAMP := $(VENV)/.installed
TESSERACT := $(VENV)/.tesseract
CHROMIUM := $(VENV)/.chromium

INBOX ?=
OUT ?= output
TRAIN ?=
PLAN ?=
REPORT ?=

.DEFAULT_GOAL := help
.PHONY: help setup run reconcile test check fix accuracy bench samples train clean

help: ## Say what there is to do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1 \t/' | expand -t 20

setup: $(STAMP) ## Make the virtual environment

# The lock file names every package with its hash; the package itself is installed as a link to this folder.
$(STAMP): requirements.lock pyproject.toml
	@sh .setup/venv.sh "$(PYTHON)" $(VENV)
	@touch $@

# The tests try the second engine too, and the bench compares with it; reading needs neither.
$(TESSERACT): $(STAMP)
	@sh .setup/tesseract.sh && touch $@ || true

# One inbox may have spaces in its name; several are told apart by spaces.
run: setup ## Read your own scans: make run INBOX=folder [OUT=output]
	@test -n "$(INBOX)" || { echo "Say where the scans are: make run INBOX=folder" >&2; exit 2; }
	@if [ -e "$(INBOX)" ]; then set -- "$(INBOX)"; else set -- $(INBOX); fi; \
		$(MEMO) run "$$@" --out "$(OUT)" $(ACCEPT_REVIEW)

reconcile: setup ## Compare reports with plans: make reconcile [PLAN=... REPORT=...], without them the samples
ifeq ($(strip $(PLAN)$(REPORT)),)
	@$(MEMO) run samples --out "$(OUT)" $(ACCEPT_REVIEW)
	@$(MEMO) reconcile --out "$(OUT)" $(ACCEPT_REVIEW)
else
	@$(MEMO) reconcile $(if $(PLAN),--plan $(PLAN)) $(if $(REPORT),--report $(REPORT)) --out "$(OUT)" $(ACCEPT_REVIEW)
endif

$(CHROMIUM): $(STAMP)
	@sh .setup/chromium.sh && touch $@ || true

# Values to review are a normal result, not a failure.
ACCEPT_REVIEW := || { code=$$?; [ $$code -eq 1 ] && echo "Some values need review; the workbooks mark them." || exit $$code; }

test: setup $(TESSERACT) $(CHROMIUM) ## Run the tests
	@$(BIN)/pytest

check: $(STAMP) ## Check style and types; changes nothing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

fix: $(STAMP) ## Mend style where a program can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

accuracy: setup ## Measure reading and understanding on the samples
	@$(BIN)/python -m tests.accuracy

bench: setup $(TESSERACT) ## Measure speed and memory
	@$(BIN)/python -m tests.bench

samples: setup ## Make the sample scans anew (needs Pango and fonts; says what is missing)
	@sh .setup/samples.sh && $(BIN)/python -m pipeline.synth.samples

train: setup ## Train the reader further: make train [TRAIN="--lines 600000 --seed 2"] (installs PyTorch and fonts)
	@sh .setup/train.sh $(BIN)/python && $(BIN)/python -m pipeline.training $(TRAIN)

clean: ## Remove the environment and the results
	@rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info output/documents output/reconcile \
		output/pages output/run.json output/memo.sqlite output/memo.log
