import BookModel
import Foundation

/// Chapters that wait to be run, in the order of the book, as many at once as cores and memory allow.
struct ChapterQueue {
    /// A chapter with what it may need.
    struct Item {
        let chapter: Chapter
        /// Bytes of memory.
        let memory: Int
    }

    private var waiting: [Item]
    private var running: [String: Int] = [:]
    private let jobs: Int
    private let memory: Int

    /// - Parameters:
    ///   - jobs: how many chapters run at once.
    ///   - memory: bytes that all running chapters may need together. A chapter that needs more runs alone.
    init(_ items: [Item], jobs: Int, memory: Int = ChapterQueue.shareOfMachine) {
        waiting = items
        self.jobs = max(1, jobs)
        self.memory = memory
    }

    /// Three quarters of the machine's memory: the rest is for the compiler, for files, and for whoever works here.
    static let shareOfMachine = Int(ProcessInfo.processInfo.physicalMemory / 4 * 3)

    /// The next chapter to start, which then runs; `nil` when one must end first or none is left.
    mutating func next() -> Chapter? {
        guard running.count < jobs else { return nil }
        let free = memory - running.values.reduce(0, +)
        let place = running.isEmpty ? waiting.indices.first : waiting.firstIndex { $0.memory <= free }
        guard let place else { return nil }
        let item = waiting.remove(at: place)
        running[item.chapter.stem] = item.memory
        return item.chapter
    }

    mutating func ended(_ stem: String) {
        running[stem] = nil
    }
}
