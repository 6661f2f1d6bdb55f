import BookModel
import Foundation

/// Where a work is on the web.
struct WorkLinks {
    struct Link {
        let text: String
        let address: String
    }

    private let entry: BibliographyEntry

    init(_ entry: BibliographyEntry) {
        self.entry = entry
    }

    /// The DOI first, then what anybody may read.
    var all: [Link] {
        [doi, eprint, url].compactMap { $0 }
    }

    private var doi: Link? {
        guard let doi = entry[.doi] else { return nil }
        return Link(text: "doi:\(doi)", address: "https://doi.org/" + Self.encoded(doi))
    }

    /// A preprint at arXiv or at the IACR; another archive has no address that we know.
    private var eprint: Link? {
        guard let written = entry[.eprint] else { return nil }
        let archive = entry[.archiveprefix]?.lowercased() ?? ""
        let name = written.replacing(/^arxiv:/.ignoresCase(), with: "")
        let isArXivName = name.wholeMatch(of: /(\d{4}\.\d{4,5}|[a-z\-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?/) != nil
        if archive == "arxiv" || (archive.isEmpty && isArXivName) {
            return Link(text: "arXiv:\(name)", address: "https://arxiv.org/abs/" + Self.encoded(name))
        }
        let isIACR = archive.contains("iacr") || archive.contains("cryptology") || archive == "eprint"
        if isIACR || archive.isEmpty, name.wholeMatch(of: /\d{4}\/\d{1,5}/) != nil {
            return Link(text: "ePrint \(name)", address: "https://eprint.iacr.org/" + Self.encoded(name))
        }
        return nil
    }

    private var url: Link? {
        guard let url = entry[.url], let host = URL(string: url)?.host() else { return nil }
        // An address that only repeats an identifier says nothing new.
        guard !["doi.org", "dx.doi.org", "arxiv.org"].contains(host) || (doi == nil && eprint == nil) else {
            return nil
        }
        return Link(text: host, address: LinkAddress.escaped(url))
    }

    /// What `howpublished` leads to: an address, or `RFC 8391`, whose text its editor keeps.
    static func whereItAppeared(_ entry: BibliographyEntry) -> Link? {
        guard let written = entry[.howpublished] else { return nil }
        if written.wholeMatch(of: /https?:\/\/\S+/) != nil, let host = URL(string: written)?.host() {
            return Link(text: host, address: written)
        }
        guard let match = written.wholeMatch(of: /RFC\s?(\d+)/) else { return nil }
        return Link(
            text: "RFC \(match.output.1)", address: "https://www.rfc-editor.org/rfc/rfc\(match.output.1)")
    }

    /// An identifier whose `<`, `#` and others are not read as parts of an address.
    private static func encoded(_ name: String) -> String {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~/:;()"))
        return name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
    }
}
