import BookModel
import BookRendering
import Foundation

/// What a cell gave, as the outputs of a notebook.
struct NotebookOutputs {
    let shown: ShownCell

    func json() -> [JSONText] {
        var outputs = shown.outputs.compactMap(output)
        if let failure = shown.result?.requiredFailure, shown.box != nil, !shown.cell.flags.contains(.quiet) {
            // Before what the cell gave after it, as on the page.
            outputs.insert(required(failure), at: 0)
        }
        return outputs
    }

    private func output(_ output: ShownCell.Output) -> JSONText? {
        switch output {
        case .standardOutput(let text): return text.isEmpty ? nil : Self.stream("stdout", text)
        case .standardError(let text): return text.isEmpty ? nil : Self.stream("stderr", text)
        case .text(let text): return Self.display([MIMEBundle.plainText: Self.plain(text)])
        case .claim(let claim):
            let words = "\(claim.holds ? "✓" : "✗") \(claim.sentence): \(claim.measured), \(claim.bound)"
            return Self.display([
                MIMEBundle.plainText: Self.plain(words),
                "text/markdown": JSONText.lines(String(CellMarkdown.line(claim).dropFirst(2))),
            ])
        case .table(let table, let words):
            return Self.display([
                MIMEBundle.html: JSONText.lines(table.text(.html)), MIMEBundle.plainText: Self.plain(words),
            ])
        case .figure(let specification, let picture, let words):
            var data = [
                MIMEBundle.svg: JSONText.lines(picture.standalonePicture),
                MIMEBundle.plainText: Self.plain(words),
            ]
            data[MIMEBundle.vegaLite] = Self.checked(specification)
            return Self.display(data)
        case .picture(let image, let words): return self.image(image, words)
        }
    }

    /// A picture that a program drew. Notebooks put SVG into their page, so that one by a program is left out
    /// there: only as the source of an image can it run nothing.
    private func image(_ image: MarkupElement, _ words: String) -> JSONText? {
        var data = [MIMEBundle.plainText: Self.plain(words)]
        let source = image["src"] ?? ""
        if let match = source.wholeMatch(of: /data:image\/png;base64,([A-Za-z0-9+\/=]*)/) {
            data[MIMEBundle.png] = .string(String(match.output.1))
        } else {
            var plain = MarkupElement("img", ["src": source])
            plain["alt"] = image["alt"] ?? ""
            data[MIMEBundle.html] = JSONText.lines(plain.text(.html))
        }
        return Self.display(data)
    }

    private func required(_ failure: String) -> JSONText {
        let text = Escaping.visible(failure)
        if shown.cell.flags.contains(.warns) {
            return Self.stream("stderr", text.hasSuffix("\n") ? text : text + "\n")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            JSONText.string(String($0))
        }
        return .object([
            "output_type": .string("error"), "ename": .string(shown.requiredFailureLabel ?? "Failure"),
            "evalue": .string(text.split(separator: "\n").first.map(String.init) ?? ""),
            "traceback": .array(lines),
        ])
    }

    private static func plain(_ text: String) -> JSONText { JSONText.lines(Escaping.visible(text)) }

    private static func stream(_ name: String, _ text: String) -> JSONText {
        .object([
            "output_type": .string("stream"), "name": .string(name),
            "text": JSONText.lines(Escaping.visible(text)),
        ])
    }

    private static func display(_ data: [String: JSONText]) -> JSONText {
        .object(["output_type": .string("display_data"), "data": .object(data), "metadata": .object([:])])
    }

    /// A specification that is a JSON object; `nil` for one that is not.
    private static func checked(_ specification: String) -> JSONText? {
        let value = try? JSONSerialization.jsonObject(with: Data(specification.utf8))
        return value is [String: Any] ? .raw(specification.trimmingBlanks) : nil
    }
}
