extension Stylesheet {
    static let print = """
        @media print {
            :root { color-scheme: light; --ground: #fff; --raised: #f6f6f4; --ink: #000; --quiet: #444; }
            body, body:not(.front) { display: block; font-size: 10.5pt; }
            .page-header, nav.contents, .pager, .skip, .copy, .anchor { display: none; }
            main, .front main { padding: 0; max-width: none; margin: 0; }
            main > * { max-width: none; }
            pre, .output pre, .output.required pre { white-space: break-spaces; overflow: visible; overflow-wrap: anywhere; font-size: 8.5pt; }
            .difference { min-width: 0; }
            .table-box, .picture-box, .display, .equation .formula { overflow: visible; }
            th, td { overflow-wrap: anywhere; }
            .katex-html > .base { max-width: 100%; }
            details::details-content { content-visibility: visible; }
            h1, h2, h3, h4, .box-label, .output-label { break-after: avoid; }
            figure, table, .claim, .box, .code pre { break-inside: avoid; }
            a { color: inherit; text-decoration: none; }
            p { orphans: 3; widows: 3; }
            .preview { display: none; }
            .works li, .end-notes li { break-inside: avoid; }
        }
        """
}
