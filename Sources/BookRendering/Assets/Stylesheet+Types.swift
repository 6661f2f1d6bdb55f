extension Stylesheet {
    /// What a name in a cell's code stands for.
    static let types = """
        ::highlight(book-name) {
            text-decoration: underline 2px var(--link); background-color: color-mix(in srgb, var(--link) 16%, transparent);
        }
        .types-box { padding: .55rem .8rem; max-width: min(38rem, calc(100vw - 1.5rem)); }
        .types-box pre {
            margin: 0; padding: 0; background: none; font-size: .8125rem; line-height: 1.5;
            white-space: pre-wrap; overflow-wrap: anywhere;
        }
        .types-box code { display: block; padding-left: 1.6em; text-indent: -1.6em; }
        aside.types-box > p { font: .8125rem/1.45 var(--sans); }
        aside.types-box > p + p, aside.types-box > pre + p { margin-top: .3rem; }
        aside.types-box > .types-origin { color: var(--quiet); font-size: .75rem; }
        .types-button { order: 1; min-height: 1.5rem; }
        .types-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        @media print { .types-button, .types-box, .types-words { display: none; } }
        """
}
