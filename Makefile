# The entry points for people and CI. `make help` lists them.
SWIFT ?= swift
CONFIGURATION ?= release
DATA ?= ./data
VENV := .venv
PYTHON := $(VENV)/bin/python3

.PHONY: help run build generate test lint packages python

help: ## List the targets.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: build ## Build and serve User, Music and Datastore on SQLite in ./data.
	@mkdir -p $(DATA)
	@exec .build/$(CONFIGURATION)/services all --store sqlite:$(DATA)/accord.sqlite

build: packages ## Build the services.
	$(SWIFT) build -c $(CONFIGURATION) --product services

generate: packages ## Refresh the readable copies in Sources/Generated/*/Snapshot.
	$(SWIFT) build --product accord
	scripts/refresh-snapshots .build/debug/accord

test: packages python ## Install what the tests need and run everything.
	ACCORD_PYTHON=$(CURDIR)/$(PYTHON) ACCORD_STRICT=1 $(SWIFT) test

lint: ## Check format and layering.
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Plugins Sources Tests

packages:
	@scripts/install-packages

python: $(VENV)/installed

$(VENV)/installed: Tests/requirements.txt
	@python3 -m venv $(VENV) 2>/dev/null || { scripts/install-packages --python && python3 -m venv $(VENV); }
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	@touch $@
