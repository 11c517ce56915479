# Each target makes its own virtual environment, so that any of them may be the first command on a fresh machine.
PYTHON ?= python3
DEMO = .venv-demo
TEST = .venv-test

.PHONY: demo test check golden measure bench clean

demo: $(DEMO)/ready
	$(DEMO)/bin/dragoman code examples/2022-06-28-madrid-memorandum.txt
	$(DEMO)/bin/dragoman code examples --view events --format jsonl --output examples.events.jsonl
	@echo "examples.events.jsonl holds one event a line; try: $(DEMO)/bin/dragoman explain 1 examples/2022-06-28-madrid-memorandum.txt"

test: $(TEST)/ready check
	$(TEST)/bin/pytest -n 2

check: $(TEST)/ready
	$(TEST)/bin/ruff check .
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/mypy
	$(TEST)/bin/lint-imports

golden: $(TEST)/ready
	$(TEST)/bin/dragoman measure --golden

measure: $(TEST)/ready
	$(TEST)/bin/python benchmarks/accuracy/run.py

bench: $(TEST)/ready
	$(TEST)/bin/python benchmarks/speed/parser_ratio.py

$(DEMO)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(TEST)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(DEMO) $(TEST) examples.events.jsonl .mypy_cache .ruff_cache .pytest_cache .hypothesis
