extension Stylesheet {
    /// Figures and tables.
    static let exhibits = """
        .exhibit { margin: var(--beat) 0; }
        .cell .exhibit { margin: .9rem 0 0; }
        figcaption, caption {
            font: .875rem/1.45 var(--sans); text-align: left; color: var(--quiet); text-wrap: pretty;
        }
        figcaption { margin-top: .6rem; max-width: var(--measure); }
        .exhibit.table figcaption { margin: 0 0 .4rem; }
        caption { padding: 0 0 .5rem; caption-side: top; }
        .listing figcaption, .listing-caption { margin: 0 0 .4rem; }
        .listing-caption { font: .875rem/1.45 var(--sans); color: var(--quiet); }
        .caption-label { font-weight: 600; color: var(--ink); }
        .picture-box, .table-box {
            overflow-x: auto; scrollbar-width: thin; scrollbar-color: var(--line) transparent;
        }
        .picture { display: block; max-width: 100%; height: auto; }
        svg.picture { min-width: min(100%, 30rem); overflow: visible; }
        .picture-box svg.picture { min-width: 28rem; }
        svg.picture text { font-family: var(--sans); }
        table {
            border-collapse: collapse; font: .875rem/1.45 var(--sans); border-top: 2px solid var(--ink);
            border-bottom: 1px solid var(--ink);
        }
        caption + thead { border-top: 2px solid var(--ink); }
        table:has(caption) { border-top: 0; }
        th, td { padding: .32rem 1.1rem .32rem 0; text-align: left; vertical-align: baseline; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
        tbody tr + tr :is(td, th) { border-top: 1px solid var(--line); }
        tbody th { font-weight: 400; }
        :is(td, th):is(.right, .number) { text-align: right; }
        :is(td, th).center { text-align: center; }
        table.claims { width: 100%; }
        .claims .group th { padding-top: 1.4rem; font-weight: 600; }
        .claims .seeds { color: var(--quiet); font-weight: 400; padding-left: .6rem; }
        .claims .sign { color: var(--good); }
        """
}
