import CellProtocol
import Foundation

/// Reads the lines that a program sent.
enum RecordReader {
    /// The records up to the first line that is none; a last line without its line feed is left out.
    static func parse(_ bytes: [UInt8]) -> (records: [ProgramRecord], malformed: String?) {
        let decoder = JSONDecoder()
        var records: [ProgramRecord] = []
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.removeLast()
        for line in lines {
            guard let record = try? decoder.decode(ProgramRecord.self, from: Data(line)) else {
                return (records, String(decoding: line.prefix(200), as: UTF8.self))
            }
            records.append(record)
        }
        return (records, nil)
    }
}
