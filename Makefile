# The entry points for people and CI. `make help` lists them.
SWIFT ?= swift
CONFIGURATION ?= release
DATA ?= ./data
CONTRACTS := $(addprefix spec/,user.yaml music.yaml datastore.yaml)
VENV := .venv
PYTHON := $(VENV)/bin/python3

.PHONY: help run build generate docs postman cloudformation contract-tests contract test example \
  lint bench packages python node

help: ## List the targets.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: build ## Build and serve User, Music and Datastore on SQLite in ./data.
	@mkdir -p $(DATA)
	@exec .build/$(CONFIGURATION)/services all --store sqlite:$(DATA)/accord.sqlite

build: packages ## Build the services, and refresh the readable copies of what is generated.
	$(SWIFT) build -c $(CONFIGURATION) --product services
	@$(MAKE) --no-print-directory generate

generate: packages ## Refresh all that follows from the contracts beside the build.
	$(SWIFT) build -c $(CONFIGURATION) --product accord
	scripts/refresh-snapshots .build/$(CONFIGURATION)/accord
	@$(MAKE) --no-print-directory cloudformation docs postman contract-tests

cloudformation: packages ## Write deploy/cloudformation.json, the tables of the contracts.
	$(SWIFT) build -c $(CONFIGURATION) --product accord
	.build/$(CONFIGURATION)/accord cloudformation $(CONTRACTS) --output deploy/cloudformation.json

docs: packages ## Write docs/api, a page of documentation of each contract.
	$(SWIFT) build -c $(CONFIGURATION) --product accord
	.build/$(CONFIGURATION)/accord docs $(CONTRACTS) --output docs/api

postman: packages ## Write Postman collections and environments of the contracts into ./postman.
	$(SWIFT) build -c $(CONFIGURATION) --product accord
	.build/$(CONFIGURATION)/accord postman $(CONTRACTS) --output postman

contract-tests: packages ## Write what `make contract` asks of the services into ./contract-tests.
	$(SWIFT) build -c $(CONFIGURATION) --product accord
	.build/$(CONFIGURATION)/accord contract-tests $(CONTRACTS) --output contract-tests

# Words for scripts/contract go into ARGS: make contract ARGS='--seed 1 -k updateUser'
contract: packages python ## Hold running services to the contracts; scripts/contract --help.
	$(SWIFT) build --product services
	$(SWIFT) build --product contract-relay
	$(SWIFT) build --product accord
	scripts/contract $(ARGS)

test: packages python node ## Install what the tests need and run everything.
	$(PYTHON) -m openapi_spec_validator spec/*.yaml
	$(PYTHON) -m pytest -q -p no:cacheprovider --rootdir Tests/ContractTests Tests/ContractTests/unit
	ACCORD_PYTHON=$(CURDIR)/$(PYTHON) ACCORD_STRICT=1 SWIFT=$(SWIFT) scripts/test
	$(MAKE) example
	ACCORD_STRICT=1 $(MAKE) contract ARGS='--seed 1'

# Without the flag SwiftPM would not see files that came into Accord since the last build.
example: packages python ## Build and test Examples/petstore, a package that uses Accord.
	$(SWIFT) test --package-path Examples/petstore --disable-build-manifest-caching
	scripts/contract-example --swift $(SWIFT)

lint: ## Check the format of every source file.
	$(SWIFT) format lint --strict --parallel --recursive \
	  Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
	  $(addprefix Examples/petstore/,Package.swift Sources Tests)

bench: build ## Measure CPU per request beside servers written by hand; builds for minutes.
	scripts/install-packages wrk=wrk
	$(SWIFT) build -c release --package-path Benchmarks
	scripts/measure-cpu --services .build/release/services --peer Benchmarks/.build/release/peer

packages:
	@scripts/install-packages

node:
	@scripts/install-packages --node

python: $(VENV)/installed

$(VENV)/installed: Tests/requirements.txt
	@scripts/install-packages --venv
	@python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	@touch $@
