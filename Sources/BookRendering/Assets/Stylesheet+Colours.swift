extension Stylesheet {
    /// Both themes; every pair of text and ground has a contrast of at least 4.5 to 1.
    static let colours = """
        :root {
            color-scheme: light dark;
            --ground: #fefdfb; --raised: #f5f3ee; --line: #dcd7cc; --ink: #211f1b; --quiet: #645e53;
            --link: #17517e; --good: #26663c; --bad: #a3241a; --bad-ground: #fbeeeb; --alert: #8a5200;
            --code-keyword: #8a1f5c; --code-type: #17517e; --code-number: #8a4a00; --code-string: #2a6338;
            --code-comment: #6b655a; --code-attribute: #5b3f9e;
        \(FigurePalette.declarations(\.light))
        }
        @media screen and (prefers-color-scheme: dark) {
            :root {
                --ground: #171613; --raised: #211f1b; --line: #3a362f; --ink: #e6e1d6; --quiet: #a8a092;
                --link: #8cc0ee; --good: #84cf9b; --bad: #ff9a8a; --bad-ground: #311b18; --alert: #e8b566;
                --code-keyword: #f29cc9; --code-type: #8cc0ee; --code-number: #e8b566; --code-string: #9bd3a8;
                --code-comment: #a09888; --code-attribute: #c0aaf5;
        \(FigurePalette.declarations(\.dark))
            }
        }
        /* Grounds are not painted where a reader has chosen all colours: edges say where things are. */
        @media (forced-colors: active) {
            .code pre, .listing pre, .copy, :not(pre) > code { border: 1px solid; }
            .picture-box svg { forced-color-adjust: none; background: var(--ground); }
        }
        """
}
