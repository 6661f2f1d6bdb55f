import BookModel

/// Every claim of the book in one table: what a `[!CLAIMS]` directive shows.
///
/// It is made from the results of the build that writes the page, so it cannot be older than them.
struct ClaimList {
    let book: BookAnswers

    func html(title: String) -> HTML {
        let claiming = book.index.entries.filter { ClaimTally(book.results[$0.stem]).count > 0 }
        let total = claiming.map { ClaimTally(book.results[$0.stem]) }.reduce(ClaimTally()) { $0 + $1 }
        let missing = book.index.entries.filter { book.results[$0.stem]?.summary.hasFailed == true }
        let name = title.isEmpty ? "Every claim of the book" : title
        guard !claiming.isEmpty else { return "<p class=\"total\">No chapter has checked a claim.</p>\n" }
        return """
            <p class="total">\(total.html)\(incompleteness(missing))</p>
            <figure class="exhibit table"><div class="table-box"\(ScrollBox.attributes(label: name))>
            <table class="claims">
            <caption>\(name)</caption>
            <thead>
            <tr><th scope="col"><span class="unseen">Verdict</span></th><th scope="col">claim</th>\
            <th scope="col">measured</th><th scope="col">bound</th></tr>
            </thead>
            \(claiming.map(group).joined())</table>
            </div>
            </figure>

            """
    }

    /// A chapter that stopped has claims that nobody checked, and the list must not look complete.
    private func incompleteness(_ entries: [BookIndex.Entry]) -> HTML {
        guard !entries.isEmpty else { return "" }
        let links = entries.map { "<a href=\"\($0.address)\">\($0.number ?? $0.stem)</a>" as HTML }
        let subject = entries.count == 1 ? "chapter" : "chapters"
        return """
            . <strong class="fails">Not complete: \(subject) \(links.joined(separator: ", ")) did not run to \
            the end.</strong>
            """
    }

    private func group(_ entry: BookIndex.Entry) -> HTML {
        let number: HTML = entry.number.map { "\($0)&ensp;" } ?? ""
        let title = book.title(of: entry)
        let claims = book.results[entry.stem]?.summary.claims ?? []
        return """
            <tbody>
            <tr class="group"><th scope="rowgroup" colspan="4">\(number)<a href="\(entry.address)">\(title)</a>\
            \(seeds(of: entry.chapter))</th></tr>
            \(claims.map { row($0.claim, in: $0.cell, of: entry) }.joined())</tbody>

            """
    }

    private func seeds(of chapter: Chapter) -> HTML {
        let seeds = chapter.seeds
        guard !seeds.isEmpty else { return "" }
        let codes = seeds.map { "<code>\($0)</code>" as HTML }
        return
            " <span class=\"seeds\">\(seeds.count == 1 ? "seed" : "seeds") \(codes.joined(separator: ", "))</span>"
    }

    /// Where a claim is on its page; a hidden cell that holds is not there.
    private func fragment(_ cell: Cell.ID, of entry: BookIndex.Entry) -> String {
        let isHidden = entry.chapter.cells.contains { $0.id == cell && $0.flags.contains(.hidden) }
        return isHidden ? "" : "#" + cell
    }

    private func row(_ claim: ClaimResult, in cell: Cell.ID, of entry: BookIndex.Entry) -> HTML {
        let sign: HTML =
            claim.holds
            ? "<span class=\"sign\" aria-hidden=\"true\">✓</span><span class=\"unseen\">holds</span>"
            : "<strong class=\"fails\"><span aria-hidden=\"true\">✗</span> does not hold</strong>"
        let address = entry.address + fragment(cell, of: entry)
        return """
            <tr><td>\(sign)</td><th scope="row"><a href="\(address)">\(claim.sentence)</a></th>\
            <td>\(claim.measured)</td><td>\(claim.bound)</td></tr>

            """
    }
}
