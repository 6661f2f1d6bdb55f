extension Stylesheet {
    static let prose = """
        main p, main li { text-wrap: pretty; hanging-punctuation: first; }
        main ul, main ol { padding-left: 1.4rem; }
        main li { margin-bottom: .25rem; }
        main li::marker { color: var(--quiet); font-variant-numeric: lining-nums; }
        main :is(h2, h3) > .number { color: var(--quiet); font-weight: 400; }
        .anchor { color: var(--quiet); text-decoration: none; font-weight: 400; opacity: 0; }
        :is(h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus-visible { opacity: 1; }
        blockquote {
            margin: var(--beat) 0; padding-left: 1.25rem; border-left: 2px solid var(--line); font-style:
            italic;
        }
        .together { white-space: nowrap; }
        .missing-value, .failed-math { color: var(--bad); font-weight: 600; }
        .raw { color: var(--quiet); }
        .equation {
            position: relative; display: flex; align-items: center; gap: 1rem; margin: calc(var(--beat) * .75)
            0;
        }
        .equation .formula { flex: 1; min-width: 0; overflow-x: auto; overflow-y: hidden; padding: .15rem 0; }
        .equation .katex-display, p > .katex-display { margin: 0; }
        p > .katex-display { overflow-x: auto; overflow-y: hidden; padding: .5rem 0; }
        .equation-number {
            color: var(--quiet); text-decoration: none; font-variant-numeric: lining-nums tabular-nums;
        }
        .katex { font-size: 1.08em; }
        .note-mark { font: .68em/1 var(--sans); font-variant-numeric: lining-nums; vertical-align: super; }
        .note-mark a { text-decoration: none; padding: .2em .15em; }
        .side-note { display: none; }
        .end-notes {
            margin-top: calc(var(--beat) * 2); padding-top: .9rem; border-top: 1px solid var(--line);
            font-size: .9375rem;
        }
        .end-notes li > p:last-of-type { display: inline; }
        .end-notes .back { text-decoration: none; font-family: var(--sans); }
        @media (min-width: 84rem) {
            .side-note {
                display: block; float: right; clear: right; width: var(--margin);
                margin: .2rem calc(-1 * (var(--margin) + var(--gap))) .8rem 0;
                font-size: .84rem; line-height: 1.45; color: var(--quiet); font-style: normal;
            }
            .side-note-number { font: .85em/1 var(--sans); vertical-align: .25em; color: var(--ink); }
            :is(li, td, th, blockquote, .box, .end-notes, .exhibit) .side-note { display: none; }
        }
        """
}
