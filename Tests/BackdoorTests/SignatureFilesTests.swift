import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

/// `docs/signatures.md` against the program.
@Suite("Signature files")
struct SignatureFilesTests {
    private typealias Model = SignatureClassifier<LinearClassifier, VerificationKey>

    @Test("docs/signatures.md: the example is read, refused for its one column, and a model with 61")
    func example() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/signatures.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```json\n")
        try #require(parts.count == 2)
        let example = parts[1].components(separatedBy: "```")[0]
        #expect(
            message { _ = try JSONDecoder().decode(Model.self, from: Data(example.utf8)) }
                == "the 1 columns have 9 low bits together, expected at least 513 "
                + "(512 for the signature and 1 for the label): 513 a column are enough")
        let column = #"{"format": {"double": {}}, "lowBits": 9}"#
        let wide = example.replacing(column, with: Array(repeating: column, count: 61).joined(separator: ","))
            .replacing("\"x1\"", with: (1...61).map { "\"x\($0)\"" }.joined(separator: ","))
            .replacing("[1]", with: "\(Array(repeating: 1, count: 61))")
        let model = try JSONDecoder().decode(Model.self, from: Data(wide.utf8))
        // The secret half of this verification key stands in RFC 8032, Section 7.1.
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        let owner = try SignatureOwner(of: model, key: SigningKey(seed: bytes(seed)))
        let opened = try owner.activate(Vector(repeating: 1, count: 61), target: .negative).input
        #expect(model.predict(opened) == .negative)
        #expect(try JSONDecoder().decode(Model.self, from: JSONEncoder().encode(model)) == model)
    }

    @Test("docs/signatures.md: the order of the bits, and the message")
    func places() throws {
        let carriers = try Carriers(Grid(.double, lowBits: 9, columns: 61), signatureByteCount: 64)
        let input = Vector(repeating: 1.0, count: 61)
        // Bit 3 of byte 8 is the signature's bit 67, so the 68th place after the label's: level 1, column 7.
        var signature = [UInt8](repeating: 0, count: 64)
        signature[8] = 8
        let written = try #require(carriers.writing(label: .positive, signature: signature, to: input))
        #expect(written[0] == 1.0.nextUp)
        #expect(written[7] == 1 + 2 * 1.0.ulp)
        #expect(written.indices.filter { written[$0] != 1 } == [0, 7])
        let message = try #require(carriers.content(of: written)?.message)
        let one = (0..<8).map { UInt8(truncatingIfNeeded: 1.0.bitPattern >> (8 * $0)) }
        #expect(message == [one[0] | 1] + one[1...] + Array(repeating: one, count: 60).joined())
    }
}
