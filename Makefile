# Linli. `make help` lists what there is; no recipe is longer than three lines.
CONFIG ?= debug
PORT ?= 8080
DATA ?= ./data/demo
SIZE ?= small
DATA_SHARED ?= ../shared/data
METHODS ?=
KILLS ?= 200
PROMOTIONS ?= 10
SEED ?= $(shell date +%s)
STEPS ?= 20000
LINLI = .build/$(CONFIG)/linli
# For service the Swift libraries are linked in: it starts in half the time, on machines without Swift too.
SERVICE = swift build -c release --static-swift-stdlib --product
BUILD = $(if $(filter release,$(CONFIG)),$(SERVICE),swift build --product)
export CONFIG

.DEFAULT_GOAL := help
.PHONY: help setup run postgres build test unit browser check format rights bench bench-city bench-methods bench-peers crash copies simulate clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 15

setup: ## install the Debian packages that the build and the tests need
	@tools/setup test

build: ## build the command linli (CONFIG=release for service)
	@tools/setup
	@$(BUILD) linli

run: build ## build, fill and serve the demo community on http://127.0.0.1:8080
	@echo "The demo community will be at http://127.0.0.1:$(PORT)/ as soon as it is filled. Ctrl-C stops it."
	@exec $(LINLI) demo --port $(PORT) --data $(DATA) --size $(SIZE)

postgres: build ## the same demo on a PostgreSQL of its own, thrown away when it stops
	@tools/setup unit
	@exec tools/with-postgres bash -c 'LINLI_DATABASE=$$LINLI_POSTGRES exec $(LINLI) demo --port $(PORT) --data "$$LINLI_POSTGRES_FOLDER/demo" --size $(SIZE)'

test: unit browser ## every test: Swift, then the browser's pages and journeys

unit: ## the Swift tests alone, on both engines
	@tools/setup unit
	swift build --build-tests
	@tools/unit

browser: ## the browser's pages and journeys alone, on a demo of their own
	@tools/setup test
	@$(BUILD) linli
	@tools/browser --linli $(LINLI)

check: ## the house's style: swift format, then the tidy tests
	@tools/setup
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	swift test --disable-xctest --filter TidyTests

format: ## write the sources in the house's style
	swift format --in-place --parallel --recursive Package.swift Sources Tests

rights: build ## write docs/rights.md anew from the rights of every capability
	@$(LINLI) routes --rights > docs/rights.md

bench: ## speed and size, as ratios within one run
	@tools/setup bench
	@$(MAKE) -C Benchmarks

bench-city: ## the city of 700 communities and a million needs, told and under a steady load, on both engines
	@tools/setup unit && tools/setup bench
	@$(SERVICE) linli
	@tools/with-postgres Benchmarks/city.py --linli .build/release/linli --postgres

bench-methods: ## the published methods beside their peers (METHODS="shares regrid" for some; DATA_SHARED for the data)
	@tools/setup
	@$(SERVICE) linli
	@Benchmarks/methods/run .build/release/linli $(DATA_SHARED) $(METHODS)

bench-peers: ## Linli beside Request Tracker, Django and Flask: processor time a request
	@tools/setup bench
	@$(SERVICE) linli
	@Benchmarks/peers/run .build/release/linli

copies: KILLS = 50
crash: ## kill it at random moments under load, and prove that nothing acknowledged was lost (KILLS=, SEED=)
	@tools/setup
	@$(SERVICE) linli
	@Crash/crash.py --linli .build/release/linli --kills $(KILLS) --seed "$(SEED)"

copies: ## three copies before two PostgreSQL, both killed under load, nothing lost (KILLS=50, PROMOTIONS=, SEED=)
	@tools/setup unit
	@$(SERVICE) linli
	@Crash/copies.py --linli .build/release/linli --kills $(KILLS) --promotions $(PROMOTIONS) --seed "$(SEED)"

simulate: ## the house on a simulated disk and clock, with cuts of the power (SEED=, STEPS=)
	@tools/setup
	@$(SERVICE) simulation
	@.build/release/simulation --seed $(SEED) --steps $(STEPS)

clean: ## forget what was built, and the demo's data
	rm -rf .build data/demo Browser/out Browser/.venv
