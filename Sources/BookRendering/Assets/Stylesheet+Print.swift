extension Stylesheet {
    /// On paper: the light colours, sizes in proportion to a text of 10.75 pt, everything unfolded, and nothing to press.
    static let print = """
        @page { size: A4; margin: 22mm 26mm 24mm; }
        @media print {
            :root { color-scheme: light; --ground: #fff; --raised: #f6f6f4; --ink: #000; --quiet: #444; }
            html { font-size: 9.55pt; }
            body, body:not(.front) { display: block; }
            .page-header, nav.contents, .pager, .skip, .copy, .copy-text, .run, .more, .anchor, .preview { display: none; }
            main, .front main { padding: 0; max-width: none; margin: 0; }
            main > *, article > * { max-width: none; }
            .cell, .listing, .exhibit, main > :is(.cell, .listing, .exhibit) { width: auto; max-width: none; }
            pre, .output pre, .output.required pre {
                white-space: break-spaces; overflow-wrap: anywhere; overflow: visible;
            }
            .difference { min-width: 0; }
            .katex-html > .base { max-width: 100%; }
            .code pre, .listing pre { border: .5pt solid var(--line); }
            .picture-box, .table-box, .display, .equation .formula { overflow: visible; }
            .picture-box svg.picture { min-width: 0; width: auto; max-width: 100%; height: auto; }
            .picture { max-height: 200mm; break-inside: avoid; }
            table { max-width: 100%; }
            :is(td, th) { overflow-wrap: anywhere; padding-right: .7rem; }
            thead { display: table-header-group; }
            h1, h2, h3, h4, .box-label, .output-label, .cell-place, summary, .exhibit.table figcaption, caption {
                break-after: avoid;
            }
            figure, tr, .claim, .box, .code pre, .equation, .works li, .end-notes li { break-inside: avoid; }
            .exhibit.table:has(tr:nth-child(18)) { break-inside: auto; }
            .code:has(+ .output), .code:has(+ .exhibit), .code:has(+ .claim) { break-after: avoid; }
            figcaption { break-before: avoid; }
            a { color: inherit; text-decoration: none; }
            p { orphans: 3; widows: 3; }
            .long > :is(pre, .table-box) {
                max-height: none !important; -webkit-mask: none !important; mask: none !important;
            }
            details::details-content { content-visibility: visible; display: block; height: auto; }
            summary { list-style: none; }
            .output details > summary { display: none; }
            .output details pre { margin-top: 0; padding-top: 0; }
        }
        """
}
