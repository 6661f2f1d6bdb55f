internal import Foundation

/// Which sweep a journal belongs to: its first line.
struct SweepIdentity: Codable, Hashable {
    let sweep: String
    let points: Int
    let repetitions: Int
    let seed: Int
    let digest: String
}

/// The file that a sweep writes its outcomes to: JSON, one outcome a line, appended as soon as it is there.
///
/// A process that is killed leaves at most the last line without its end; such a line is cut off when the journal
/// is opened again. Only one run at a time may write.
final class SweepJournal<Outcome: Codable & Sendable>: @unchecked Sendable {
    /// What the file held when it was opened.
    struct Entry {
        let point: Int
        let repetition: Int
        let outcome: Outcome
        let line: Int
    }

    private struct Line: Codable {
        let point: Int
        let repetition: Int
        let outcome: Outcome
    }

    private(set) var entries: [Entry] = []
    private let path: String
    /// Written to under the lock of `SweepProgress` only.
    private let descriptor: Int32

    /// - Throws: `SweepError`.
    init(_ path: String, identity: SweepIdentity) throws(SweepError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .file(path: path, operation: "opened", reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(path: path) }
        let lines = try wholeLines()
        guard let first = lines.first else {
            try write(SweepText.encoded(identity, "the sweep"))
            return
        }
        guard let found = try? JSONDecoder().decode(SweepIdentity.self, from: first) else {
            throw .damaged(path: path, line: 1, reason: "this is not the journal of a sweep")
        }
        guard found == identity else {
            throw .otherSweep(path: path, found: found.description, expected: identity.description)
        }
        for (index, line) in lines.enumerated().dropFirst() {
            do {
                let read = try JSONDecoder().decode(Line.self, from: line)
                entries.append(
                    Entry(
                        point: read.point, repetition: read.repetition, outcome: read.outcome,
                        line: index + 1))
            } catch {
                throw .damaged(path: path, line: index + 1, reason: "this is not an outcome of the sweep")
            }
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func append(_ outcome: Outcome, point: Int, repetition: Int) throws(SweepError) {
        let line = Line(point: point, repetition: repetition, outcome: outcome)
        try write(
            SweepText.encoded(line, "the outcome of repetition \(repetition) at point \(point)"))
    }

    /// The lines that have their end; the file is cut off behind them.
    private func wholeLines() throws(SweepError) -> [Data] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .file(path: path, operation: "read", reason: String(cString: strerror(errno)))
        }
        let end = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if end < data.count, ftruncate(descriptor, off_t(end)) != 0 {
            throw .file(path: path, operation: "cut off", reason: String(cString: strerror(errno)))
        }
        return data.prefix(end).split(separator: UInt8(ascii: "\n"))
    }

    private func write(_ text: String) throws(SweepError) {
        let bytes = Array((text + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw .file(path: path, operation: "written", reason: String(cString: strerror(errno)))
            }
            written += count
        }
    }
}

/// JSON in one line with sorted keys: the same for equal values.
enum SweepText {
    static func encoded(_ value: some Encodable, _ name: String) throws(SweepError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw .notEncodable(name, reason: "\(error)")
        }
    }
}

extension SweepIdentity: CustomStringConvertible {
    var description: String {
        "'\(sweep)', \(points) points × \(repetitions), seed \(seed), digest \(digest)"
    }
}
