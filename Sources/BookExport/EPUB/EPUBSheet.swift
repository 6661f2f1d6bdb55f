/// The style of an EPUB: only what readers know, and nothing that their own settings of fonts and colours should
/// decide.
enum EPUBSheet {
    static let css = """
        body { margin: 0 5%; line-height: 1.5; }
        h1, h2, h3, h4, h5, h6 {
            line-height: 1.2; text-align: left; hyphens: none; break-after: avoid; page-break-after: avoid;
        }
        h1 { font-size: 1.8em; margin: .2em 0 .6em; }
        h2 { font-size: 1.35em; margin: 1.6em 0 .5em; }
        h3 { font-size: 1.12em; margin: 1.3em 0 .4em; }
        h4, h5, h6 { font-size: 1em; font-style: italic; }
        h2 .number, h3 .number { font-weight: normal; }
        .chapter-number { font-family: sans-serif; font-size: .85em; margin: 2em 0 0; }
        .summary, .subtitle { font-size: 1.1em; font-style: italic; }
        .front h1 { font-size: 2.6em; margin: 3em 0 .3em; }
        .tally, .total, .cell-place, .output-label, .fold-label, .claim, .not-run, figcaption, caption {
            font-family: sans-serif; font-size: .85em; line-height: 1.4;
        }
        pre, code { font-family: monospace; hyphens: none; }
        pre {
            font-size: .8em; line-height: 1.4; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere;
            margin: .4em 0;
        }
        .code pre, .listing pre { border: 1px solid #999; padding: .5em .7em; }
        .output pre { border-left: 2px solid #999; padding-left: .7em; }
        .output.diagnostic pre, .output.required pre { border-left: 4px double #999; }
        .cell, .listing, .exhibit { margin: 1em 0; }
        .cell-place { text-align: right; margin: 0; }
        .cell-place a { color: inherit; text-decoration: none; }
        .badge { margin-left: .8em; }
        .badge, .box-kind, .caption-label { font-weight: bold; }
        .k { font-weight: bold; }
        .c { font-style: italic; }
        .box { margin: 1em 0; padding-left: 1em; border-left: 3px solid #999; }
        .box-label, .fold-label { font-family: sans-serif; font-size: .85em; margin: 0 0 .3em; }
        .box-title::before { content: "· "; }
        .end-of-proof { display: block; text-align: right; }
        blockquote { margin: 1em 0; padding-left: 1em; border-left: 2px solid #999; font-style: italic; }
        figure { margin: 1em 0; break-inside: avoid; page-break-inside: avoid; }
        .picture-box { background: #fff; padding: .3em; }
        img { max-width: 100%; height: auto; }
        table { border-collapse: collapse; font-family: sans-serif; font-size: .8em; }
        th, td { text-align: left; vertical-align: baseline; padding: .25em .8em .25em 0; overflow-wrap: anywhere; }
        td.right, th.right, td.number, th.number { text-align: right; }
        td.center, th.center { text-align: center; }
        thead th { border-bottom: 1px solid #999; }
        caption { text-align: left; }
        .claim { margin: .7em 0; padding-left: 1em; border-left: 3px solid #999; }
        .claim-sentence { margin: 0; }
        .claim dl { margin: 0; }
        .claim dl div { display: inline; margin-right: 1em; }
        .claim dt, .claim dd { display: inline; margin: 0; }
        .sign { padding-right: .4em; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; }
        .equation { margin: .8em 0; text-align: center; }
        .equation .formula { display: inline-block; }
        .equation-number { margin-left: 2em; text-decoration: none; }
        .note-mark { font-size: .75em; line-height: 1; vertical-align: super; }
        .end-notes { margin-top: 2em; border-top: 1px solid #999; font-size: .9em; }
        .together { white-space: nowrap; }
        nav ol { list-style: none; padding-left: 1.2em; }

        """
}
