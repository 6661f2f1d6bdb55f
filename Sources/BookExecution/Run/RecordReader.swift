import CellProtocol
import Foundation

/// Reads the lines that a program sends, as they come, up to the first that it did not seal.
struct RecordReader {
    private let seal: RecordSeal
    private let file: OpenFile
    private(set) var records: [ProgramRecord] = []
    /// The first line that is not a record of the program, or what else was done to the file, where that happened.
    private(set) var foreignLine: String?
    private var readLength = 0
    /// The beginning of a line of which the end has not come.
    private var rest: [UInt8] = []

    init(_ file: OpenFile, seal: RecordSeal) {
        self.file = file
        self.seal = seal
    }

    /// - Returns: the records that came since the last call; a last line without its line feed is left for the next.
    mutating func readNew() -> ArraySlice<ProgramRecord> {
        let known = records.count
        guard foreignLine == nil else { return [] }
        guard file.length >= readLength else {
            foreignLine = "(records that were sent are gone)"
            return []
        }
        let bytes = file.bytes(from: readLength)
        readLength += bytes.count
        rest += bytes
        guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        let lines = rest[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in lines {
            guard let record = record(of: line) else {
                foreignLine = String(decoding: line.prefix(200), as: UTF8.self)
                break
            }
            records.append(record)
        }
        rest.removeSubrange(...end)
        return records[known...]
    }

    private func record(of line: ArraySlice<UInt8>) -> ProgramRecord? {
        seal.record(ofLine: line, number: UInt64(records.count)).flatMap { content in
            try? JSONDecoder().decode(ProgramRecord.self, from: Data(content))
        }
    }
}
