extension Stylesheet {
    static let front = """
        .opening { margin-bottom: calc(var(--beat) * 1.5); }
        .chapter-number { font: 600 .875rem/1.4 var(--sans); color: var(--quiet); margin: 0 0 .5rem; }
        .opening .summary {
            font-size: 1.25rem; line-height: 1.45; color: var(--quiet); margin: .9rem 0 0; text-wrap: pretty;
        }
        .front .page-header { display: none; }
        .front .opening {
            padding: calc(var(--beat) * 2) 0 var(--beat); margin: 0; border-bottom: 2px solid var(--ink);
        }
        .front h1 {
            font-size: clamp(2.75rem, 1.5rem + 5vw, 4.25rem); letter-spacing: -.022em; line-height: 1;
        }
        .subtitle { font-size: 1.4rem; line-height: 1.3; margin: 1rem 0 0; text-wrap: balance; }
        .authors { font: .9375rem/1.5 var(--sans); color: var(--quiet); margin: 1.2rem 0 0; }
        .book-summary { margin: calc(var(--beat) * 1.2) 0 calc(var(--beat) * 1.6); font-size: 1.2rem; }
        h2.minor {
            font: 600 .875rem/1.4 var(--sans); letter-spacing: 0; color: var(--quiet); margin: 0 0
            calc(var(--beat) * .6);
        }
        .book-contents h3.part {
            font-size: 1.2rem; margin: calc(var(--beat) * 1.3) 0 .35rem; padding-left: 2.4rem;
        }
        .chapters { list-style: none; padding: 0; margin: 0; }
        .chapters li { display: flex; gap: .9rem; padding: .55rem 0; border-top: 1px solid var(--line); }
        .chapters .number { flex: 0 0 1.5rem; text-align: right; color: var(--quiet); }
        .chapters a { font-size: 1.15rem; text-decoration: none; }
        .chapters a:hover { text-decoration: underline; }
        .chapters .summary { margin: .1rem 0 .2rem; color: var(--ink); }
        .tally, .total { font: .8125rem/1.5 var(--sans); margin: 0; color: var(--quiet); }
        .total { margin-top: var(--beat); padding-left: 2.4rem; }
        .claim-list .total { padding-left: 0; }
        :is(.tally, .total) .holds { color: var(--good); }
        :is(.tally, .total) .fails { color: var(--bad); }
        """
}
