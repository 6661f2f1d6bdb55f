extension Stylesheet {
    /// Notes, citations, works, and what a reference shows before it is followed.
    static let references = """
        .note-mark { font: .68em/1 var(--sans); vertical-align: super; }
        .note-mark a { text-decoration: none; padding: .2em .15em; }
        .cite { white-space: nowrap; }
        :is(.box, .exhibit, .equation, .listing, .cell, .works li, .end-notes li):target {
            outline: 2px solid var(--link); outline-offset: .4rem; border-radius: 2px;
        }
        .end-notes, main > .works {
            margin-top: calc(var(--beat) * 2); padding-top: .9rem; border-top: 1px solid var(--line);
            font-size: .9375rem; line-height: 1.5;
        }
        .end-notes + .works { margin-top: var(--beat); }
        .end-notes li > p:last-of-type { display: inline; }
        .end-notes .back { text-decoration: none; font-family: var(--sans); }
        .all-works { font: .875rem/1.5 var(--sans); margin: .9rem 0 0; }
        .works ul { list-style: none; padding: 0; margin: 0; }
        .works li { display: flex; gap: 0 .9rem; margin: 0 0 .55rem; scroll-margin-top: 2rem; }
        .works li p { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        main > .works.all { border: 0; margin: 0; padding: 0; font-size: 1rem; }
        .works.all li { margin-bottom: .85rem; }
        .work-label {
            flex: 0 0 4.6rem; font: .8125rem/1.8 var(--sans); color: var(--quiet);
        }
        .cited-in { display: block; color: var(--quiet); font: .8125rem/1.6 var(--sans); }
        .cited-in a { color: inherit; }
        @media (max-width: 30rem) { .works li { display: block; } .works .work-label { display: block; } }
        @supports (top: anchor(top)) {
            @media screen and (min-width: 84rem) {
                main { position: relative; }
                .end-notes { margin: 0; padding: 0; border: 0; }
                .end-notes > h2 { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
                .end-notes ol { list-style: none; margin: 0; padding: 0; counter-reset: note; }
                .end-notes li {
                    position: absolute; left: var(--beside); width: var(--margin); margin: 0;
                    top: max(anchor(var(--call) top, 0px), calc(anchor(var(--before) bottom, 0px) + .9rem));
                    font-size: .84rem; line-height: 1.45; color: var(--quiet); counter-increment: note;
                }
                .end-notes li::before {
                    content: counter(note) " "; font: .85em/1 var(--sans); vertical-align: .25em;
                    color: var(--ink);
                }
            }
        }
        .preview {
            position: absolute; z-index: 3; width: max-content; max-width: min(34rem, calc(100vw - 1.5rem));
            max-height: min(32rem, 75vh); overflow: auto; padding: .9rem 1.1rem; background: var(--ground);
            border: 1px solid var(--quiet); border-radius: 5px; box-shadow: 0 .4rem 1.4rem rgb(0 0 0 / .22);
            font-size: .9375rem; line-height: 1.5; scrollbar-width: thin;
        }
        aside.preview > * { margin: 0; max-width: none; width: auto; }
        aside.preview > * + * { margin-top: .5rem; }
        .preview .opening .summary { font-size: 1rem; }
        .preview :is(h1, h2, h3, h4) { font-size: 1.1rem; position: static; }
        .preview :is(h2, h3) > .number { position: static; }
        .preview .work-label { display: none; }
        aside.preview > .work-label + * { margin-top: 0; }
        .preview .table-box, .preview .picture-box { overflow: visible; }
        @media (prefers-reduced-motion: no-preference) {
            .preview { animation: appear .12s ease-out; }
            @keyframes appear { from { opacity: 0; } }
        }
        """
}
