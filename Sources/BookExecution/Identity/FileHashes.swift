import Foundation
import Synchronization

/// Hashes of files' contents, remembered from build to build, so that only files that changed are read.
///
/// A hash is remembered with the stamp of its file only if the stamp was settled when the file was read, and counts
/// only while the clock was not set since: then no change of a file can go unseen. What is not remembered is read again.
package final class FileHashes: Sendable {
    struct Entry: Hashable {
        let stamp: FileStamp
        let hash: String
    }

    private struct State {
        var entries: [String: Entry]
        var used: Set<String> = []
        var hasChanged = false
    }

    private let path: String
    private let start: ClockReading
    private let state: Mutex<State>

    /// - Parameter path: the file that remembers; one that is missing or damaged remembers nothing.
    package init(rememberedIn path: String) {
        self.path = path
        start = ClockReading.now()
        state = Mutex(State(entries: HashRecord.read(path, at: start)))
    }

    /// The hash of a file's content.
    /// - Throws: `ExecutionError.cannotRead`.
    package func hash(ofFile path: String) throws(ExecutionError) -> String {
        if let stamp = FileStamp(path), let known = known(path, stamp) { return known }
        let file = try OpenFile(reading: path)
        let reading = ClockReading.now()
        let before = file.stamp
        let hash = ContentHash.hex(of: file.bytes())
        if let before, before == file.stamp, before.isSettled(at: reading) {
            remember(Entry(stamp: before, hash: hash), path)
        }
        return hash
    }

    /// The hash that a file with this content has.
    package static func hash(of content: [UInt8]) -> String { ContentHash.hex(of: content) }

    private func known(_ path: String, _ stamp: FileStamp) -> String? {
        state.withLock { state in
            guard let entry = state.entries[path], entry.stamp == stamp else { return nil }
            state.used.insert(path)
            return entry.hash
        }
    }

    private func remember(_ entry: Entry, _ path: String) {
        state.withLock { state in
            state.entries[path] = entry
            state.used.insert(path)
            state.hasChanged = true
        }
    }

    /// Writes down what is new, for the next build. One that cannot be written only costs time.
    package func save() {
        let end = ClockReading.now()
        let entries = state.withLock { state -> [String: Entry]? in
            guard state.hasChanged else { return nil }
            state.hasChanged = false
            // Files that are gone are forgotten; those of chapters that this build left out are not.
            return state.entries.filter { state.used.contains($0.key) || FileStamp($0.key) != nil }
        }
        // Somebody set the clock while files were read: their times say nothing.
        guard let entries, end.isComparable(to: start) else { return }
        HashRecord.write(entries, to: path, at: start)
    }
}

extension OpenFile {
    /// The stamp of the file that is open, whatever lies at its path by now.
    var stamp: FileStamp? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStamp(status)
    }
}
