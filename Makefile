# Each target installs what it needs, then calls one command.

.PHONY: book build test lint format bench bench-engine bench-pages bench-science bench-book clean tools

# Builds the book; the last line is the path of its front page.
book: build
	.build/release/book build

# Builds the command and the modules that chapters import.
build: tools
	swift build -c release

# Runs every test: the code's style, the modules, and the pages of the book in a browser.
test: tools lint
	@Install/debian test
	Tests/run

# Measures everything against its peers.
bench: bench-engine bench-pages bench-science bench-book

# The engine against Jupyter Book and knitr, and the way from a fresh clone to the first page.
bench-engine: build
	@Install/debian bench
	@Install/python .book/jupyter-book Benchmarks/requirements.txt
	/usr/bin/python3 Benchmarks/engine.py

# What pages load and how soon they show, against Jupyter Book, and all pages of our book.
bench-pages: build
	@Install/debian bench test
	@Install/python .book/jupyter-book Benchmarks/requirements.txt
	/usr/bin/python3 Benchmarks/pages.py

# The science against numpy, scipy and scikit-learn. Without the option, SwiftPM overlooks new files in `..`.
bench-science: tools
	@Install/python .book/peers Benchmarks/peers.txt
	swift build -c release --package-path Benchmarks --disable-build-manifest-caching
	/usr/bin/python3 Benchmarks/science.py

# Every chapter from nothing, and what each costs; the appendix on checking shows the record that this writes.
bench-book: build
	/usr/bin/python3 Benchmarks/book.py

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format:
	swift format format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Removes everything that was made here: the next `make book` starts from nothing.
clean:
	rm -rf .build .book
	find Output -mindepth 1 ! -name README.md -delete

tools:
	@Install/debian build
	@Install/swift
	@Install/python .book/python Install/requirements.txt
