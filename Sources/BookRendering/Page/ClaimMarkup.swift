import BookModel

/// A checked claim: whether it holds is said in words and by a sign, never by colour alone.
enum ClaimMarkup {
    static func html(_ claim: ClaimResult) -> HTML {
        let verdict: HTML =
            claim.holds
            ? "<span class=\"sign\" aria-hidden=\"true\">✓</span><span class=\"unseen\">Holds: </span>"
            : "<span class=\"sign\" aria-hidden=\"true\">✗</span><strong>Does not hold:</strong> "
        return """
            <div class="claim \(claim.holds ? "holds" : "fails")">
            <p class="claim-sentence">\(verdict)\(claim.sentence)</p>
            <dl><div><dt>measured</dt> <dd>\(claim.measured)</dd></div> \
            <div><dt>bound</dt> <dd>\(claim.bound)</dd></div></dl>
            </div>

            """
    }
}
