extension Stylesheet {
    static let prose = """
        main p, main li { text-wrap: pretty; hanging-punctuation: first; }
        main ul, main ol { padding-left: 1.4rem; }
        main li { margin-bottom: .25rem; }
        main li::marker { color: var(--quiet); }
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
        .katex-display { margin: 0; }
        .display { display: block; overflow-x: auto; overflow-y: hidden; padding: .5rem 0; }
        .equation-number {
            color: var(--quiet); text-decoration: none; font-variant-numeric: lining-nums tabular-nums;
        }
        .katex { font-size: 1.08em; }
        /* A part of a formula lies over no other text, whatever it asks for. */
        .katex-html > .base { overflow: clip; overflow-clip-margin: .75em; }
        :not(.katex-display) > .katex > .katex-html > .base { max-width: 100%; }
        \(nested(8)) { padding-left: 0; margin-left: 0; border: 0; list-style-position: inside; }
        """

    /// The selector for lists and quotes in so many others: deeper ones stand no further to the right.
    private static func nested(_ depth: Int) -> String {
        Array(repeating: ":is(ul, ol, blockquote)", count: depth).joined(separator: " ")
    }
}
