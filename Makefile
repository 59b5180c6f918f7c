# Immersion. `make help` lists what can be asked for.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PAGES := $(shell find kiosk/ui stations -path kiosk/ui/dist -prune -o -path kiosk/ui/tests -prune -o -type f \( -name '*.ts' -o -name '*.css' -o -name '*.html' -o -name '*.svg' \) -print) package-lock.json vite.config.ts tsconfig.json
GOES := $(shell find cmd config kiosk media stations -name '*.go') go.mod go.sum
DATA := $(shell find config kiosk stations -type f \( -name '*.json' -o -name '*.sql' -o -name '*.yaml' -o -name '*.xml' -o -name '*.ogg' -o -name '*.mp3' -o -name '*.vtt' -o -name '*.csv' -o -name '*.svg' \) -not -path 'kiosk/ui/dist/*')

BUILD_DEBS := gcc libc6-dev pkg-config libasound2-dev
TEST_DEBS := chromium-headless-shell fonts-liberation

# What only computes, alone, and costs most under the race detector.
UNRACED := $(foreach p,github.com/hajimehoshi/go-mp3 github.com/gopxl/beep/v2 go.yaml.in/yaml/v4,'-gcflags=$(p)/...=-race=false -d=checkptr=0')

# Installs the Debian packages in $(1) that are missing, or says which they are.
define debs
	@command -v dpkg >/dev/null || { echo "Not a Debian system: if the build fails, install what stands for: $(1)"; exit 0; }; \
	missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; \
	else echo "Please install: sudo apt-get install" $$missing; exit 1; fi; \
	echo "Installing" $$missing; \
	$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq --no-install-recommends $$missing >/dev/null
endef

.PHONY: help run test looks check build bench generate deps test-deps

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## install what is missing, build, and open the room on http://localhost:8080
	bin/immersion serve

build: bin/immersion ## build the pages and bin/immersion

test: build test-deps ## install what is missing, build, and run every test
	go test -race $(UNRACED) ./...
	go test ./kiosk/insight
	npx playwright test

looks: build test-deps ## run the page tests and save their pictures under test-results/looks
	LOOKS=1 npx playwright test

check: build ## what must hold besides the tests: format, vet, types, lint, generated files
	@test -z "$$(gofmt -l cmd config kiosk media stations)" || { gofmt -l cmd config kiosk media stations; echo "run gofmt -w on these"; exit 1; }
	go vet ./...
	npx tsc --noEmit
	npm run --silent lint

bench: build ## measure speed against a bare server in the same run (five minutes)
	go run ./cmd/bench

generate: ## make the generated files anew
	go generate ./...

bin/immersion: $(GOES) $(DATA) kiosk/ui/dist/screen.html | deps
	CGO_ENABLED=1 go build -trimpath -o $@ ./cmd/immersion

kiosk/ui/dist/screen.html: $(PAGES) node_modules/.made
	npm run --silent build
	@touch $@

node_modules/.made: package.json package-lock.json
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); if (a < 20 || a === 20 && b < 19) { console.error("Node.js 20.19 or newer is needed, this is", process.version); process.exit(1) }'
	npm ci --no-audit --no-fund
	@touch $@

deps:
	$(call debs,$(BUILD_DEBS))

test-deps:
	$(call debs,$(TEST_DEBS))
