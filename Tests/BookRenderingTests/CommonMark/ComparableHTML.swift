import Foundation

/// HTML of a page and of libcmark without what pages are declared to add or to write in another way.
enum ComparableHTML {
    /// Without names, numbers and links of headings, boxes around code, and what a box that scrolls has.
    static func page(_ html: String) -> String {
        var html = html
        html.replace(/[ ]?<a class="anchor"[^>]*>#<\/a>/, with: "")
        html.replace(/<(h[2-6]) id="[^"]*">(<span class="number">[^<]*<\/span> )?/) { "<\($0.output.1)>" }
        html.replace(/<div class="listing">(<pre)( tabindex="0" role="group" aria-label="[^"]*")?/) {
            "\($0.output.1)"
        }
        html.replace("</pre></div>", with: "</pre>")
        html.replace(/<pre class="raw"[^>]*><code>[^<]*<\/code><\/pre>/, with: "RAW")
        html.replace(/<code class="raw">[^<]*<\/code>/, with: "RAW")
        html.replace("&#39;", with: "'")
        return withoutLineEnds(html)
    }

    /// Without the slash of empty elements and the language of code; raw HTML is left out there and shown on pages, and
    /// the title of a page is the only heading of the first level.
    static func cmark(_ html: String) -> String {
        var html = html
        html.replace(/<(br|hr) \/>\n?/) { "<\($0.output.1)>" }
        html.replace(/<(\/?)h1>/) { "<\($0.output.1)h2>" }
        html.replace(/<pre><code class="language-[^"]*">/, with: "<pre><code>")
        html.replace("\n</code></pre>", with: "</code></pre>")
        html.replace("<!-- raw HTML omitted -->", with: "RAW")
        return withoutLineEnds(html)
    }

    /// Line ends beside the tags of blocks say nothing, but for those within code.
    private static func withoutLineEnds(_ html: String) -> String {
        var pieces: [String] = []
        var rest = html[...]
        while let start = rest.range(of: "<pre>") {
            pieces.append(trimmed(String(rest[..<start.lowerBound])))
            let end = rest.range(of: "</pre>")?.upperBound ?? rest.endIndex
            pieces.append(String(rest[start.lowerBound..<end]))
            rest = rest[end...]
        }
        return (pieces + [trimmed(String(rest))]).joined()
    }

    private static func trimmed(_ piece: String) -> String {
        piece.replacing(/\s*(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr)(?: [^>]*)?>|RAW)\s*/) {
            String($0.output.1)
        }
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
