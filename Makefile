# Each target makes its own virtual environment, so that any of them may be the first command on a fresh machine.
PYTHON ?= python3
DEMO = .venv-demo
TEST = .venv-test
FIRST = examples/2023-09-24-france-leaves-niger.txt

.PHONY: demo test check golden measure bench screenshots clean

demo: $(DEMO)/ready
	@echo; echo "== One article: its acts marked, then who did what to whom"; echo
	@$(DEMO)/bin/dragoman code $(FIRST)
	@echo "== A story over many articles"; echo
	@$(DEMO)/bin/python examples/story.py
	@mkdir -p build
	@$(DEMO)/bin/dragoman code examples --format jsonl --output build/examples.events.jsonl
	@$(DEMO)/bin/dragoman documents examples --output build/examples.documents.jsonl
	@echo; echo "== The same act, told by several: kept in a store, counted once"; echo
	@rm -rf build/demo-store
	@$(DEMO)/bin/dragoman store add examples --store build/demo-store
	@$(DEMO)/bin/dragoman find actor:DEU recipient:UKR type:AID --store build/demo-store
	@echo; echo "== What was asked and promised, and what became of it"; echo
	@$(DEMO)/bin/dragoman ledger UKR --with DEU --store build/demo-store --today 2023-04-01
	@echo; echo "== Files"; echo
	@echo "build/examples.events.jsonl     $$(wc -l < build/examples.events.jsonl) events of all examples, one a line"
	@echo "build/examples.documents.jsonl  $$(wc -l < build/examples.documents.jsonl) clean texts, in which their offsets count"
	@echo; echo "Why was the first act written down, and what was not? Ask:"
	@echo "  $(DEMO)/bin/dragoman explain 1 $(FIRST)"
	@echo "Ask the store of the examples (docs/reference/questions.md has the words):"
	@echo "  $(DEMO)/bin/dragoman find party:TUR date:2023 --store build/demo-store"
	@echo "See which asks bore fruit, and how an entry came to its state (docs/howto/follow-the-ledger.md):"
	@echo "  $(DEMO)/bin/dragoman bearing UKR DEU --store build/demo-store"
	@echo "See it in the browser (after $(DEMO)/bin/pip install '.[web]'):"
	@echo "  $(DEMO)/bin/dragoman serve --store build/demo-store"
	@echo "Code a text of your own:"
	@echo "  $(DEMO)/bin/dragoman code article.txt --published 2022-07-01"

test: $(TEST)/ready check
	$(TEST)/bin/pytest -n 2

check: $(TEST)/ready
	$(TEST)/bin/ruff check .
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/mypy
	$(TEST)/bin/lint-imports

golden: $(TEST)/ready
	$(TEST)/bin/dragoman measure --golden --misses 20

measure: $(TEST)/ready
	$(TEST)/bin/python benchmarks/accuracy/run.py
	$(TEST)/bin/python benchmarks/dates.py
	$(TEST)/bin/python benchmarks/actors/accuracy.py
	$(TEST)/bin/python benchmarks/actors/coverage.py
	$(TEST)/bin/python benchmarks/coverage.py

bench: $(TEST)/ready
	$(TEST)/bin/python benchmarks/speed/parser_ratio.py
	$(TEST)/bin/python benchmarks/actors/speed.py
	$(TEST)/bin/python benchmarks/speed/start.py

# Needs Debian's Chromium (apt install chromium).
screenshots: $(TEST)/ready
	$(TEST)/bin/python tools/screenshots.py

$(DEMO)/ready: pyproject.toml constraints.txt
	@echo "making $(DEMO) (a minute or two)"
	@$(PYTHON) -m venv $(DEMO)
	@$(DEMO)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(TEST)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(DEMO) $(TEST) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
