# Two commands: `make run` opens the window on a demo graph, `make test` proves that Skein works.

GO      ?= go
OUT     := out
DEMO    := $(OUT)/demo.skein
SAMPLES := assets/samples
# No version stamp: git refuses to tell one about a checkout that another user owns, and the build would fail.
BUILD   := $(GO) build -buildvcs=false -o bin/skein ./cmd/skein

.PHONY: run test build generate bench clean

build: ## bin/skein
	@.ci/packages build
	@echo "building (the first time takes some minutes: Fyne compiles C)"
	@$(BUILD)

# Importing again changes nothing, so the demo graph is simply imported each time.
run: build ## the demo graph in a window; without a display its picture and JSON in out/
	@mkdir -p $(OUT)
	@bin/skein import --graph $(DEMO) $(SAMPLES)
	@if [ -n "$$DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  exec bin/skein --graph $(DEMO); \
	else \
	  echo "no display: leaving the picture and the graph in $(OUT)/ instead of a window" && \
	  bin/skein render --graph $(DEMO) -o $(OUT)/graph.png && \
	  bin/skein render --graph $(DEMO) -o $(OUT)/graph.svg && \
	  bin/skein export --graph $(DEMO) -o $(OUT)/graph.json && \
	  ls -l $(OUT)/graph.*; \
	fi

# SKEIN_TEST_ALL=1 turns "skipped: no display, no networkx" into a failure.
test: ## everything, the real window under Xvfb included
	@.ci/packages test
	@files=$$("$$($(GO) env GOROOT)/bin/gofmt" -l cmd graph gui importer assets) && if [ -n "$$files" ]; then echo "gofmt: $$files"; exit 1; fi
	$(GO) vet ./...
	$(BUILD)
	SKEIN_TEST_ALL=1 $(GO) test -timeout 15m ./...
	SKEIN_TEST_ALL=1 $(GO) test -timeout 15m -race -short ./graph/... ./importer/... ./gui/model/... ./gui/scene/...

bench: ## the hot paths
	$(GO) test -run '^$$' -bench . -benchmem ./...

generate: ## the gazetteers again, from the packages they are made of (needs npm and a network)
	$(GO) generate ./...

clean:
	rm -rf bin $(OUT)
