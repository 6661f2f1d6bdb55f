extension Stylesheet {
    static let cells = """
        .cell, .listing { margin: calc(var(--beat) * .75) 0 calc(var(--beat) * .9); }
        .code, .listing { position: relative; }
        .code pre, .listing pre { background: var(--raised); padding: .75rem 1rem; border-radius: 3px; }
        .cell-place {
            display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .2rem .75rem; margin: 0;
            font: .75rem/1.5rem var(--sans);
        }
        .cell-place a { color: var(--quiet); text-decoration: none; order: 2; }
        .cell-place a:hover { text-decoration: underline; }
        .badge { color: var(--ink); font-weight: 600; }
        .k { color: var(--code-keyword); font-weight: 600; }
        .t { color: var(--code-type); }
        .n { color: var(--code-number); }
        .s { color: var(--code-string); }
        .c { color: var(--code-comment); font-style: italic; }
        .a { color: var(--code-attribute); }
        .fold > summary { font: .8125rem/1.6 var(--sans); color: var(--quiet); }
        .fold[open] > summary { margin-bottom: .3rem; }
        .output { margin: .5rem 0 0; }
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
        .copy {
            position: absolute; right: .4rem; bottom: .4rem; font: .75rem/1.4 var(--sans); padding: .15rem
            .55rem;
            color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 3px;
            opacity: 0; cursor: pointer;
        }
        :is(.code, .listing):hover .copy, .copy:focus-visible { opacity: 1; }
        @media (hover: none) { .copy { display: none; } }
        """
}
