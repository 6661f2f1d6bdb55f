import BookModel
import Foundation

/// What the runtime's backtrace says about a crash, read from its JSON form.
struct CrashReport: Sendable {
    struct Frame: Sendable {
        let file: String
        let position: SourcePosition
    }

    /// The frames of the crashed thread that have a place in a source file, innermost first.
    let frames: [Frame]
    /// Whether the fault lies at the end of the stack.
    let isStackOverflow: Bool
    /// `arithmetic overflow`, where a check that prints nothing stopped the program.
    let failedCheck: String?

    private static let failedCheckPrefix = "Swift runtime failure: "

    private struct Report: Decodable {
        struct Thread: Decodable {
            let crashed: Bool?
            let registers: [String: String]?
            let frames: [Frame]
        }
        struct Frame: Decodable { let sourceLocation: Location? }
        struct Location: Decodable {
            let file: String
            let line: Int
            let column: Int
        }
        let description: String
        let faultAddress: String?
        let threads: [Thread]
    }

    /// Bytes that a report may have.
    private static let sizeLimit = 20_000_000

    /// The report files in a folder, oldest first. The program can write there too: links, pipes and what is too long
    /// for a report are left out.
    static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.compactMap { name -> (path: String, time: (Int, Int))? in
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < sizeLimit
            else { return nil }
            return (path, (status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
        }
        return files.sorted { $0.time < $1.time }.map(\.path)
    }

    init?(file: String) {
        guard let data = FileManager.default.contents(atPath: file),
            let report = try? JSONDecoder().decode(Report.self, from: data),
            let thread = report.threads.first(where: { $0.crashed == true }) ?? report.threads.first
        else { return nil }
        frames = thread.frames.compactMap { frame in
            guard let place = frame.sourceLocation, place.line > 0 else { return nil }
            return Frame(
                file: place.file, position: SourcePosition(line: place.line, column: max(1, place.column)))
        }
        failedCheck =
            report.description.hasPrefix(Self.failedCheckPrefix)
            ? String(report.description.dropFirst(Self.failedCheckPrefix.count)) : nil
        // A stack that has run out faults within a page or so of the stack pointer.
        if let fault = Self.address(report.faultAddress), let stack = Self.address(thread.registers?["rsp"]) {
            isStackOverflow =
                report.description.contains("Bad pointer") && fault.distance(to: stack).magnitude < 1 << 16
        } else {
            isStackOverflow = false
        }
    }

    private static func address(_ text: String?) -> UInt64? {
        text.flatMap { UInt64($0.drop { $0 == "0" || $0 == "x" }, radix: 16) }
    }
}
