extension Stylesheet {
    /// The button in the header and the dialog that it opens.
    static let search = """
        :root { --mark: #f7e3a1; }
        @media (prefers-color-scheme: dark) { :root { --mark: #584712; } }
        .page-header .book-title { margin-right: auto; }
        .search-open {
            position: relative; display: inline-flex; align-items: center; gap: .5rem; margin: -.4rem 0; padding: .3rem .7rem;
            min-height: 1.875rem; font: .875rem/1.2 var(--sans); color: var(--quiet); background: var(--raised);
            border: 1px solid var(--line); border-radius: 5px; cursor: pointer;
        }
        .search-open:hover { color: var(--ink); border-color: var(--quiet); }
        .search-open::before {
            content: ""; width: .64rem; height: .64rem; margin: 0 .14rem .12rem 0; border: .1rem solid;
            border-radius: 50%;
        }
        .search-open::after {
            content: ""; position: absolute; left: 1.2rem; top: calc(50% + .2rem); width: .34rem; height: .1rem;
            background: currentColor; transform: rotate(45deg);
        }
        .search-open kbd { display: none; margin-left: auto; }
        @media (min-width: 64rem) {
            .search-open { min-width: 13rem; }
            .search-open kbd:not([hidden]) { display: block; }
        }
        .front .page-header.searchable {
            display: flex; position: absolute; top: 0; right: 0; border: 0; padding: 1.1rem 1.25rem;
        }
        .front .page-header.searchable .book-title { display: none; }
        dialog.search {
            width: min(44rem, 100vw - 1.5rem); max-width: none; max-height: min(46rem, 100dvh - 1.5rem);
            margin: max(.75rem, 7vh) auto auto; padding: 0; overflow: hidden; color: var(--ink);
            background: var(--ground); border: 1px solid var(--quiet); border-radius: 8px;
            box-shadow: 0 1rem 3rem rgb(0 0 0 / .3); font: 1rem/1.5 var(--serif);
        }
        dialog.search[open] { display: flex; flex-direction: column; }
        dialog.search::backdrop { background: rgb(20 18 14 / .45); }
        .search form { display: flex; align-items: center; gap: .75rem; padding: .5rem .75rem .5rem 1.25rem; }
        .search form input {
            flex: 1; min-width: 0; padding: .5rem 0; font: 1.125rem/1.4 var(--serif); color: var(--ink);
            background: none; border: 0; appearance: none;
        }
        .search form input::-webkit-search-cancel-button { display: none; }
        .search form input::placeholder { color: var(--quiet); opacity: 1; }
        .search form:focus-within { box-shadow: inset 0 -2px var(--link); }
        .search form input:focus-visible { outline: none; }
        .search button:not(.search-open) {
            min-height: 1.875rem; padding: .25rem .65rem; font: .8125rem/1.2 var(--sans); color: var(--quiet);
            background: var(--raised); border: 1px solid var(--line); border-radius: 5px; cursor: pointer;
        }
        .search button:hover { color: var(--ink); border-color: var(--quiet); }
        .search-body {
            flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; border-top: 1px solid var(--line);
            scrollbar-width: thin; scrollbar-color: var(--line) transparent;
        }
        .search-count { margin: 0; padding: .6rem 1.25rem; font: .8125rem/1.5 var(--sans); color: var(--quiet); }
        .search-count:empty { padding: .3rem; }
        .search ol { list-style: none; margin: 0; padding: 0 .5rem; }
        .search ol a {
            display: block; padding: .6rem .75rem; border-radius: 5px; color: var(--ink); text-decoration: none;
        }
        .search ol a:hover { background: var(--raised); }
        .search ol a:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; background: var(--raised); }
        .search ol a > span { display: block; unicode-bidi: isolate; overflow-wrap: anywhere; }
        .search-title { font-weight: 600; line-height: 1.3; }
        .search-title .number { color: var(--quiet); }
        .search-where { font: .8125rem/1.5 var(--sans); color: var(--quiet); }
        .search-excerpt { min-height: 1.4em; font-size: .9375rem; line-height: 1.45; }
        .search-excerpt code { display: block; padding: .2em .4em; white-space: pre-wrap; tab-size: 4; }
        .search-excerpt > :last-child { unicode-bidi: isolate; }
        .search-label { font: 600 .8125rem/1.5 var(--sans); color: var(--quiet); }
        .search mark { color: inherit; background: var(--mark); border-radius: 2px; }
        .search ol .search-none { padding: 0 .75rem 1rem; }
        .search ol .search-none a { display: inline; padding: 0; color: var(--link); text-decoration: underline; }
        .search-more { display: block; margin: .25rem 1.25rem 1rem; }
        .search-more[hidden] { display: none; }
        .search-foot {
            margin: 0; padding: .5rem 1.25rem; border-top: 1px solid var(--line); font: .8125rem/1.5 var(--sans);
            color: var(--quiet);
        }
        .search-foot label { display: inline-flex; align-items: center; gap: .4rem; min-height: 1.5rem; }
        @media print { .search-open, dialog.search { display: none; } }
        """
}
