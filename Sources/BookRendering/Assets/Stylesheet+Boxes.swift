extension Stylesheet {
    /// Directives: a rule in the margin and the kind as a label.
    static let boxes = """
        .box { margin: var(--beat) 0; padding: .1rem 0 .1rem 1.25rem; border-left: 3px solid var(--line); }
        .box > :last-child { margin-bottom: 0; }
        .box-label, .solution > summary { font: .875rem/1.4 var(--sans); margin: 0 0 .35rem; }
        .box-kind { font-weight: 600; }
        .box-title { color: var(--quiet); }
        .box-title::before { content: "· "; }
        .statement { border-color: var(--link); }
        .statement .box-kind { color: var(--link); }
        .aside { font-size: 1rem; }
        .alert { border-color: var(--alert); }
        .alert .box-kind { color: var(--alert); }
        .proof { border-left-width: 1px; }
        .proof > :nth-last-child(2) { margin-bottom: 0; }
        .end-of-proof {
            display: block; text-align: right; line-height: 1.556; margin-top: -1.75rem; font-size: .8em;
        }
        .exercise { border-left-style: double; border-left-width: 5px; }
        .solution { border-left-width: 1px; }
        .solution > summary { margin: 0; }
        .solution-of { font: .875rem/1.4 var(--sans); margin: 0 0 .35rem; }
        .solution[open] > summary { margin-bottom: .35rem; }
        """
}
