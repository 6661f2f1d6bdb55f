extension Bibliography {
    /// The works as a tree: what tests of the parser compare.
    ///
    ///     bibliography references.bib
    ///     └─ article baik05 @10:10-10:15
    ///        ├─ author given "Jinho" family "Baik"
    ///        ├─ title
    ///        │  └─ text "Phase transition" @12:12-12:27
    ///        └─ year "2005"
    public var dump: String {
        TreeDump("bibliography \(path)", entries.map(\.dump)).text
    }
}

extension BibliographyEntry {
    fileprivate var dump: TreeDump {
        var children = authors.dump("author") + editors.dump("editor")
        children.append(TreeDump("title", title.map(\.dump)))
        children += Field.allCases.compactMap { field in
            self[field].map { TreeDump("\(field.rawValue) \($0.quoted)") }
        }
        return TreeDump("\(kind.rawValue) \(key) @\(range)", children)
    }
}

extension PersonList {
    fileprivate func dump(_ role: String) -> [TreeDump] {
        names.map { TreeDump("\(role) \($0.dump)") } + (hasOthers ? [TreeDump("\(role) and others")] : [])
    }
}

extension PersonName {
    fileprivate var dump: String {
        let parts = [("given", given), ("particle", particle), ("family", family), ("suffix", suffix)]
        return parts.filter { !$0.1.isEmpty }.map { "\($0) \($1.quoted)" }.joined(separator: " ")
    }
}
