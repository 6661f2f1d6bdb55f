extension Stylesheet {
    /// One column on a phone; contents beside the text, and then a margin for notes, as there is room.
    static let layout = """
        .page-header {
            display: flex; justify-content: space-between; gap: 1rem; padding: .9rem 1.25rem;
            font: .875rem/1.4 var(--sans); border-bottom: 1px solid var(--line);
        }
        .page-header a { color: var(--quiet); text-decoration: none; }
        .page-header a:hover { text-decoration: underline; }
        .page-header .book-title { color: var(--ink); }
        .to-contents { flex: none; }
        main {
            padding: calc(var(--beat) * 1.2) 1.25rem var(--beat); min-width: 0; max-width: 42.5rem; margin: 0
            auto;
        }
        .pager, nav.contents { max-width: 42.5rem; margin: 0 auto; padding: var(--beat) 1.25rem; }
        @media (min-width: 64rem) {
            body:not(.front) {
                display: grid; grid-template-columns: 17rem minmax(0, 1fr);
                grid-template-rows: auto auto 1fr;
            }
            .page-header { grid-column: 1 / -1; }
            main {
                grid-column: 2; grid-row: 2; margin: 0; max-width: none; padding: calc(var(--beat) * 1.7) 2rem
                var(--beat) 5rem;
            }
            main > * { max-width: var(--measure); }
            nav.contents {
                grid-column: 1; grid-row: 2 / span 2; margin: 0; padding: calc(var(--beat) * 1.2) 1rem
                var(--beat) 1.25rem;
                position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto;
                scrollbar-width: thin; scrollbar-color: var(--line) transparent;
            }
            .pager {
                grid-column: 2; grid-row: 3; align-self: start; margin: 0 0 0 5rem; padding: 0 0
                calc(var(--beat) * 2); width: var(--measure);
            }
            .to-contents { display: none; }
            main :is(h2, h3) > .number { position: absolute; right: calc(100% + .9rem); }
            main :is(h2, h3) { position: relative; }
            .front main {
                margin: 0 auto; max-width: calc(var(--measure) + 7rem); padding-left: 3.5rem; padding-right:
                3.5rem;
            }
        }
        @media (min-width: 84rem) {
            /* The contents, the text and its margin stand in the middle of a screen wider than the three. */
            body:not(.front) { grid-template-columns: max(18rem, calc(50vw - 29rem)) minmax(0, 1fr); }
            body:not(.front) .page-header { padding-left: max(1.25rem, calc(50vw - 44.75rem)); }
            nav.contents { width: 17rem; justify-self: end; }
            .cell, .listing, .exhibit { max-width: none; width: min(44rem, 100%); }
            main > :is(.cell, .listing, .exhibit) { max-width: 44rem; }
        }
        """
}
