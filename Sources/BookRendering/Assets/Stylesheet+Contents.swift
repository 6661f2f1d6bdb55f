extension Stylesheet {
    /// The contents beside a chapter and the links at its end.
    static let contents = """
        nav.contents { font: .875rem/1.4 var(--sans); }
        @media (max-width: 63.99rem) { nav.contents { border-top: 1px solid var(--line); } }
        nav.contents ol { list-style: none; margin: 0 0 .9rem; padding: 0; }
        nav.contents a { color: var(--quiet); text-decoration: none; }
        nav.contents a:hover { color: var(--ink); text-decoration: underline; }
        nav.contents li > a { display: flex; gap: .6rem; padding: .22rem 0; }
        nav.contents .number { flex: 0 0 1.3rem; text-align: right; }
        nav.contents .part, nav.contents .contents-title {
            margin: 0 0 .3rem; color: var(--ink); font-weight: 600;
        }
        nav.contents .part { padding-left: 1.9rem; }
        nav.contents .contents-title { padding-left: 1.9rem; margin-bottom: .9rem; }
        nav.contents .contents-title a { color: var(--ink); }
        nav.contents [aria-current] { color: var(--ink); font-weight: 600; }
        nav.contents .sections {
            margin: .1rem 0 .5rem 1.9rem; padding-left: .8rem; border-left: 1px solid var(--line);
        }
        nav.contents .sections a { padding: .16rem 0; }
        nav.contents .sections [aria-current] {
            font-weight: 400; margin-left: calc(-.8rem - 2px); padding-left: calc(.8rem - 1px);
            border-left: 3px solid var(--ink);
        }
        .pager {
            display: flex; justify-content: space-between; gap: 1.5rem; padding-top: 0;
            font: .9375rem/1.35 var(--sans);
        }
        .pager a { flex: 1 1 0; text-decoration: none; border-top: 2px solid var(--ink); padding-top: .6rem; }
        .pager a:hover span:last-child { text-decoration: underline; }
        .pager .next { text-align: right; }
        .pager .pager-label { display: block; color: var(--quiet); font-size: .8125rem; }
        """
}
