extension Stylesheet {
    static let typography = """
        :root {
            --serif: "Book Serif", Charter, Georgia, Cambria, serif;
            --sans: "Book Sans", "Helvetica Neue", Helvetica, Arial, sans-serif;
            --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
            --measure: 38rem; --margin: 14rem; --beside: 50.5rem; --beat: 1.75rem;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
            margin: 0; background: var(--ground); color: var(--ink);
            font: 1.125rem/1.556 var(--serif); font-variant-numeric: lining-nums proportional-nums;
            text-rendering: optimizeLegibility; overflow-wrap: anywhere;
        }
        /* A column is as wide as its longest word: the box of a table scrolls. */
        table { overflow-wrap: break-word; }
        .number, .badge, button { overflow-wrap: normal; }
        p, ul, ol, blockquote, dl { margin: 0 0 calc(var(--beat) * .6); }
        h1, h2, h3, h4, h5, h6 {
            font-weight: 600; line-height: 1.2; text-wrap: balance;
        }
        h1 { font-size: 2.5rem; letter-spacing: -.012em; line-height: 1.1; margin: 0; }
        h2 {
            font-size: 1.55rem; letter-spacing: -.006em; margin: calc(var(--beat) * 2) 0 calc(var(--beat) *
            .5);
        }
        h3 { font-size: 1.2rem; margin: calc(var(--beat) * 1.25) 0 calc(var(--beat) * .35); }
        h4, h5, h6 { font-size: 1.0625rem; font-style: italic; margin: var(--beat) 0 calc(var(--beat) * .3); }
        a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .16em; }
        a:hover { text-decoration-thickness: .12em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        code, pre, kbd {
            font-family: var(--mono); font-size: .82em; font-variant-numeric: normal; font-variant-ligatures:
            none;
        }
        pre code { font-size: 1em; }
        :not(pre) > code {
            background: var(--raised); padding: .08em .18em; border-radius: 3px; overflow-wrap: anywhere;
        }
        a > code { color: inherit; }
        :is(td, th) code { overflow-wrap: break-word; }
        pre {
            margin: 0; overflow-x: auto; font-size: .8125rem; line-height: 1.5; tab-size: 4;
            scrollbar-width: thin; scrollbar-color: var(--line) transparent;
        }
        summary { cursor: pointer; }
        hr { border: 0; margin: calc(var(--beat) * 1.4) 0; text-align: center; }
        hr::before { content: "·  ·  ·"; white-space: pre; color: var(--quiet); }
        .number, .caption-label, .tally, .value, td, th, dd {
            font-variant-numeric: lining-nums tabular-nums;
        }
        /* What stands in a line and was written elsewhere does not reorder the words around it. */
        a, cite, code, .missing-value, .badge { unicode-bidi: isolate; }
        .unseen {
            position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space:
            nowrap;
        }
        .skip {
            position: absolute; left: 1rem; top: -4rem; background: var(--ground); padding: .5rem 1rem;
            z-index: 2;
        }
        .skip:focus { top: .5rem; }
        """
}
