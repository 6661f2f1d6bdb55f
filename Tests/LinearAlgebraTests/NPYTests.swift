import Foundation
import LinearAlgebra
import Testing

private let numberKinds =
    "one of '<f8', '<f4', '|i1', '<i2', '<i4', '<i8', '|u1', '<u2', '<u4', '<u8', '|b1'"

@Suite("NPY")
struct NPYTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Reference/values/npy")

    private static func path(_ name: String) -> String { folder.appending(path: "\(name).npy").path }

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: Self.path(name))))
    }

    @Test(
        "NPY: every kind of number, order and version",
        arguments: [
            "f8", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f8-fortran", "i4-fortran",
            "version-2",
            "version-3",
        ])
    func kinds(name: String) throws {
        #expect(try Matrix<Double>(npy: Self.path(name)) == [[0, 1, 2], [3, 4, 5]])
        #expect(try Matrix<Float>(npy: Self.path(name)) == [[0, 1, 2], [3, 4, 5]])
    }

    @Test("NPY: truth values, vectors with every bit, and no rows")
    func others() throws {
        #expect(try Matrix<Double>(npy: Self.path("b1")) == [[0, 1, 0], [1, 0, 1]])
        let vector = try Vector<Double>(npy: Self.path("vector"))
        #expect(vector == [0.1, 0, .infinity, 1e-300 * 1e-10] && vector[1].sign == .minus)
        #expect(try Matrix<Double>(npy: Self.path("empty")).shape == Shape(rows: 0, columns: 3))
    }

    @Test(
        "NPY: what is written is what numpy would have written", arguments: ["f8", "f4", "vector", "empty"])
    func sameBytes(name: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).npy")
        defer { try? FileManager.default.removeItem(at: file) }
        switch name {
        case "vector": try Vector<Double>(npy: Self.path(name)).writeNPY(to: file.path)
        case "f4": try Matrix<Float>(npy: Self.path(name)).writeNPY(to: file.path)
        default: try Matrix<Double>(npy: Self.path(name)).writeNPY(to: file.path)
        }
        #expect([UInt8](try Data(contentsOf: file)) == (try bytes(name)))
        #expect(!FileManager.default.fileExists(atPath: file.path + ".part"))
    }

    @Test("NPY: a block is written as it looks")
    func block() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).npy")
        defer { try? FileManager.default.removeItem(at: file) }
        let matrix: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
        try matrix.block(rows: 0..<2, columns: 1..<3).writeNPY(to: file.path)
        #expect(try Matrix<Double>(npy: file.path) == [[2, 3], [5, 6]])
    }

    @Test(
        "NPY: numbers that are not read are refused at their byte",
        arguments: [
            ("big-endian", "byte 20: numbers of type '>f8', expected \(numberKinds)"),
            ("complex", "byte 20: numbers of type '<c16', expected \(numberKinds)"),
            ("records", "byte 20: records, expected \(numberKinds)"),
            ("vector", "byte 8: an array of 1 dimension, expected 2: rows and columns"),
            ("large-integer", "byte 136: 9007199254740993, expected an integer that Double can hold"),
        ])
    func refused(name: String, message: String) throws {
        let error = #expect(throws: NPYError.self) { try Matrix<Double>(npy: Self.path(name)) }
        #expect(error?.description == "\(Self.path(name)): \(message)")
    }

    @Test("NPY: a file that is not there")
    func missing() {
        let error = #expect(throws: NPYError.self) { try Matrix<Double>(npy: "/nowhere/a.npy") }
        #expect(error?.description == "/nowhere/a.npy cannot be read: No such file or directory")
        let folder = #expect(throws: NPYError.self) { try Matrix<Double>(npy: "/tmp") }
        #expect(folder?.description == "/tmp cannot be read: it is not a regular file")
        let written = #expect(throws: NPYError.self) {
            try ([[1]] as Matrix<Double>).writeNPY(to: "/nowhere/a.npy")
        }
        #expect(written?.description == "/nowhere/a.npy cannot be written: No such file or directory")
    }

    @Test(
        "NPY: a damaged file is refused at the byte where it is damaged",
        arguments: [
            ("", "byte 0: the file is empty, expected the bytes '\\x93NUMPY'"),
            ("PK", "byte 0: the file starts otherwise, expected the bytes '\\x93NUMPY'"),
            ("M", "byte 6: the file ends, expected the version, 2 bytes"),
            ("M\u{4}\u{0}", "byte 6: version 4.0, expected 1.0, 2.0 or 3.0"),
            ("M\u{1}\u{0}\u{8}", "byte 9: the file ends, expected the length of the header, 2 bytes"),
            ("M\u{1}\u{0}\u{8}\u{0}{", "byte 11: the file ends, expected a header of 8 bytes from byte 10"),
            ("H{}", "byte 12: the header ends, expected the key 'descr', 'fortran_order', 'shape'"),
            ("H[]", "byte 10: '[]', expected '{'"),
            ("H{'a': 1}", "byte 11: the key 'a', expected the key 'descr', 'fortran_order', 'shape'"),
            ("H{'descr': '<f8'", "byte 25: the header ends, expected '}'"),
            (
                "H{'descr': '<f8', 'descr'",
                "byte 27: the key 'descr', expected the key 'fortran_order', 'shape'"
            ),
            ("H{'fortran_order': 1}", "byte 28: '1}', expected True or False"),
            ("H{'shape': (2, x)}", "byte 24: 'x)}', expected a number of rows or columns"),
            (
                "H{'shape': (99999999999999999999,)}",
                "byte 21: '999999999999', expected a number of rows or columns"
            ),
            (
                "G(4294967296, 4294967296)",
                "byte 85: the file ends after 0 bytes of numbers, expected more bytes "
                    + "than a file can have for 4294967296 × 4294967296 of '<f8'"
            ),
            (
                "G(2, 3)",
                "byte 67: the file ends after 0 bytes of numbers, expected 48 bytes for 2 × 3 of '<f8'"
            ),
        ])
    func damaged(text: String, message: String) {
        let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
        var bytes: [UInt8]
        switch text.first {
        case "M": bytes = magic + Array(text.dropFirst().utf8)
        case "H", "G":
            let header =
                text.first == "H"
                ? text.dropFirst() : "{'descr': '<f8', 'fortran_order': False, 'shape': \(text.dropFirst())}"
            bytes = magic + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
        default: bytes = Array(text.utf8)
        }
        let error = #expect(throws: NPYError.self) { try Matrix<Double>(npyBytes: bytes) }
        #expect(error?.description == message)
    }

    @Test(
        "NPY: a file cut short or with bytes after its end, at every length",
        arguments: [-128, -49, -48, -1, 1])
    func everyLength(change: Int) throws {
        let whole = try bytes("f8")
        let bytes = change < 0 ? Array(whole.dropLast(-change)) : whole + [0]
        #expect(throws: NPYError.self) { try Matrix<Double>(npyBytes: bytes) }
    }
}
