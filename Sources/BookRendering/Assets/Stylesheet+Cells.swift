extension Stylesheet {
    static let cells = [cellCode, cellTools, cellOutputs, longBlocks, claimBoxes].joined(separator: "\n")

    private static let cellCode = """
        .cell, .listing { margin: calc(var(--beat) * .8) 0 var(--beat); }
        .code, .listing { position: relative; }
        .code pre, .listing pre { background: var(--raised); padding: .75rem 1rem; border-radius: 3px; }
        .k { color: var(--code-keyword); font-weight: 600; }
        .t { color: var(--code-type); }
        .n { color: var(--code-number); }
        .s { color: var(--code-string); }
        .c { color: var(--code-comment); font-style: italic; }
        .a { color: var(--code-attribute); }
        .fold > summary { font: .8125rem/1.5rem var(--sans); color: var(--quiet); }
        .fold[open] > summary { margin-bottom: .3rem; }
        """

    /// The line above a cell. Where a pointer can hover, what one can do with the cell shows when one is at it.
    private static let cellTools = """
        .cell-place {
            position: relative; display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
            gap: 0 .9rem; min-height: 1.5rem; font: .75rem/1.5rem var(--sans); color: var(--quiet);
        }
        .cell-place :is(.place, summary, button) { color: var(--quiet); text-decoration: none; }
        .cell-place :is(.place, summary, button):hover { color: var(--ink); text-decoration: underline; }
        .badge { color: var(--ink); font-weight: 600; }
        .run > summary { list-style: none; }
        .run > summary::-webkit-details-marker { display: none; }
        .copy, .types-button {
            font: inherit; color: var(--quiet); background: none; border: 0; padding: 0 .15rem; cursor: pointer;
        }
        .listing-tools {
            position: absolute; right: 0; bottom: 100%; display: flex; gap: .9rem;
            font: .75rem/1.5rem var(--sans); color: var(--quiet);
        }
        .listing:has(figcaption) > .listing-tools { top: 0; bottom: auto; background: var(--ground); }
        .listing-tools .copy:hover { color: var(--ink); text-decoration: underline; }
        .copy-said:not(:empty) { color: var(--good); font-weight: 600; }
        .cell-place:has(.copy-said:not(:empty)) .place { display: none; }
        .run[open] > summary { color: var(--ink); }
        .run > p {
            position: absolute; left: 0; right: 0; top: 100%; display: flex; align-items: center; gap: .9rem;
            margin: 0; height: 2rem; padding: 0 1rem; background: var(--raised); border-radius: 3px 3px 0 0;
            border-bottom: 1px solid var(--line);
        }
        .run > p code {
            flex: 1; min-width: 0; overflow-x: auto; white-space: pre; color: var(--ink); background: none;
            padding: 0; font-size: .75rem; scrollbar-width: none; user-select: all;
        }
        .cell-place:has(.run[open]) { margin-bottom: 2rem; }
        .copy-text {
            display: block; width: 100%; margin: 0 0 .4rem; padding: .75rem 1rem; resize: vertical;
            font: .8125rem/1.5 var(--mono); color: var(--ink); background: var(--ground);
            border: 1px solid var(--quiet); border-radius: 3px;
        }
        @media (max-width: 40rem) {
            .run > p { height: 3rem; }
            .run > p code { white-space: pre-wrap; overflow-wrap: anywhere; overflow-x: visible; }
            .cell-place:has(.run[open]) { margin-bottom: 3rem; }
        }
        @media (hover: hover) {
            :is(.cell-place, .listing-tools) > :is(.run:not([open]), .copy, .types-button) { opacity: 0; }
            :is(.code, .listing):is(:hover, :focus-within) :is(.run, .copy, .types-button) { opacity: 1; }
        }
        @media (hover: none) { .cell-place { gap: 0 1.1rem; } }
        .chapter-run {
            margin-top: calc(var(--beat) * 2); padding-top: .9rem; border-top: 1px solid var(--line);
            font: .875rem/1.5 var(--sans);
        }
        .chapter-run p { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0 0 .3rem; }
        .run-label { flex: 0 0 8.5rem; color: var(--quiet); }
        .chapter-run code { background: none; padding: 0; font-size: .8125rem; overflow-wrap: anywhere; }
        .chapter-run ~ :is(.end-notes, .works) { margin-top: var(--beat); }
        """

    private static let cellOutputs = """
        .output { margin: .6rem 0 0; }
        .output pre { padding: .1rem 0 .1rem 1rem; border-left: 2px solid var(--line); white-space: pre; }
        .output.value pre { border-left-color: var(--quiet); }
        .output.stderr pre { border-left-style: dotted; border-left-color: var(--alert); }
        .output-label { font: 600 .75rem/1.5 var(--sans); margin: .4rem 0 .15rem; color: var(--quiet); }
        .output.required pre { border-left: 3px double var(--quiet); white-space: pre-wrap; }
        .output.diagnostic pre {
            border-left: 4px solid var(--bad); background: var(--bad-ground); padding: .6rem 1rem;
        }
        .output.diagnostic.warning pre { border-left-color: var(--alert); background: var(--raised); }
        .output.diagnostic.note pre { border-left-color: var(--quiet); background: var(--raised); }
        .difference { display: block; margin: .35rem 0; min-width: max-content; }
        .difference > * { display: block; text-decoration: none; }
        .difference del { background: color-mix(in srgb, var(--bad) 24%, var(--ground)); }
        .difference ins { background: color-mix(in srgb, var(--good) 22%, var(--ground)); }
        .difference .mark { color: var(--bad); }
        .output.diagnostic.error .output-label { color: var(--bad); }
        .not-run {
            font: .875rem/1.5 var(--sans); margin: .5rem 0 0; padding-left: 1rem; border-left: 2px dashed
            var(--quiet); color: var(--quiet);
        }
        main > .not-run { margin-bottom: var(--beat); }
        .not-run.failed { color: var(--bad); border-left: 4px solid var(--bad); }
        .rest { font: .8125rem/1.6 var(--sans); color: var(--quiet); margin: .3rem 0 0; padding-left: 1.1rem; }
        """

    /// The beginning of what is long. Nothing of it is taken away: a search in the page scrolls to what it finds.
    private static let longBlocks = """
        .long { --seen: 16.3rem; }
        .long-code { --seen: 31.5rem; }
        .long-table { --seen: 32rem; }
        .long > :is(pre, .table-box) { overflow-y: hidden; max-height: var(--seen); }
        .long:not(:has(> .more[open])) > :is(pre, .table-box) {
            -webkit-mask-image: linear-gradient(#000 calc(100% - 2.5rem), transparent);
            mask-image: linear-gradient(#000 calc(100% - 2.5rem), transparent);
        }
        .long:has(> .more[open]) > :is(pre, .table-box) { max-height: none; }
        .more > summary {
            width: max-content; font: .8125rem/1.5rem var(--sans); color: var(--quiet); padding-left: 1.1rem;
        }
        .long-table > .more > summary { padding-left: 0; }
        .more > summary:hover { color: var(--ink); }
        @supports not selector(:has(a)) { .long > :is(pre, .table-box) { overflow-y: auto; } }
        """

    private static let claimBoxes = """
        .claim {
            margin: .7rem 0 0; padding-left: 2.1rem; position: relative; font: .9375rem/1.45 var(--sans);
        }
        .claim .sign {
            position: absolute; left: 0; top: 0; width: 1.4rem; height: 1.4rem; border-radius: 50%;
            text-align: center;
            line-height: 1.4rem; font-size: .9rem; color: var(--ground); background: var(--good);
        }
        .claim.fails .sign { background: var(--bad); border-radius: 2px; }
        .claim-sentence { margin: 0; }
        .claim.fails {
            color: inherit; padding-top: .5rem; padding-bottom: .5rem; padding-left: 2.7rem; background:
            var(--bad-ground); outline: 2px solid var(--bad);
        }
        .claim.fails .sign { left: .6rem; top: .5rem; }
        .claim.fails strong { color: var(--bad); }
        .claim dl {
            display: flex; flex-wrap: wrap; gap: 0 1.4rem; margin: .1rem 0 0; font-size: .8125rem; color:
            var(--quiet);
        }
        .claim dl div { display: flex; gap: .45rem; }
        .claim dd { margin: 0; color: var(--ink); }
        """
}
