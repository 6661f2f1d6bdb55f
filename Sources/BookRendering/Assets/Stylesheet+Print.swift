extension Stylesheet {
    static let print = """
        @media print {
            :root { color-scheme: light; --ground: #fff; --raised: #f6f6f4; --ink: #000; --quiet: #444; }
            body, body:not(.front) { display: block; font-size: 10.5pt; }
            .page-header, nav.contents, .pager, .skip, .copy, .copy-text, .run, .more, .anchor { display: none; }
            main, .front main { padding: 0; max-width: none; margin: 0; }
            main > * { max-width: none; }
            pre { white-space: pre-wrap; font-size: 8.5pt; }
            h1, h2, h3, h4, .box-label, .output-label { break-after: avoid; }
            figure, table, .claim, .box, .code pre { break-inside: avoid; }
            a { color: inherit; text-decoration: none; }
            p { orphans: 3; widows: 3; }
            .preview { display: none; }
            .long > :is(pre, .table-box) {
                max-height: none !important; -webkit-mask: none !important; mask: none !important;
            }
            .fold::details-content { content-visibility: visible; block-size: auto; }
            .works li, .end-notes li { break-inside: avoid; }
        }
        """
}
