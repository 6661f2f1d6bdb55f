import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

/// Keeps the first number of each point that it is asked about.
private final class Recorder: Classifier {
    private let lock = NSLock()
    nonisolated(unsafe) private var blocks: [[Double]] = []

    let inputCount = 1
    let description = "a recorder"

    var asked: [[Double]] { lock.withLock { blocks } }

    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        lock.withLock { blocks.append(rows.elements) }
        return rows.column(0)
    }
}

/// Answers a block only while another one is being answered.
private final class Meeting: Classifier {
    private let condition = NSCondition()
    nonisolated(unsafe) private var present = 0
    nonisolated(unsafe) private(set) var hasMet = false

    let inputCount = 1
    let description = "a meeting"

    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        condition.lock()
        defer { condition.unlock() }
        present += 1
        if present > 1 {
            hasMet = true
            condition.broadcast()
        }
        let end = Date(timeIntervalSinceNow: 30)
        while !hasMet, condition.wait(until: end) {}
        present -= 1
        return rows.column(0)
    }
}

@Suite("Concurrency")
struct ConcurrencyTests {
    @Test(
        "predictConcurrently: the labels of predict, for any number of points and any size of block",
        arguments: [0, 1, 1023, 1024, 1025, 5000], [1, 7, 1000, 1024, 5001, .max])
    func serial(count: Int, blockSize: Int) throws {
        var generator = Generator(seed: "concurrency")
        let points = Matrix.gaussian(rows: count, columns: 3, using: &generator)
        let line = LinearClassifier(weights: [1, -2, 0.5], intercept: 0.1)
        #expect(line.predictConcurrently(points, blockSize: blockSize) == line.predict(points))
        let features = try RandomFourierFeatures.honest(count: 20, inputCount: 3, from: generator)
        let network = FeaturizedClassifier(
            features, then: LinearClassifier(weights: Vector(generator.gaussians(20))))
        #expect(network.predictConcurrently(points, blockSize: blockSize) == network.predict(points))
    }

    @Test(
        "predictConcurrently: asks about each point once, in blocks that do not depend on the machine",
        arguments: [
            (10, 4, [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]),
            (8, 4, [[0, 1, 2, 3], [4, 5, 6, 7]]),
            (3, 4, [[0, 1, 2]]),
        ])
    func blocks(count: Int, blockSize: Int, blocks: [[Double]]) throws {
        let recorder = Recorder()
        let points = try Matrix(rows: (0..<count).map { [Double($0)] })
        _ = recorder.predictConcurrently(points, blockSize: blockSize)
        #expect(recorder.asked.sorted { $0[0] < $1[0] } == blocks)
    }

    @Test("predictConcurrently: the default cuts 2,500 points into 1,024, 1,024 and 452")
    func defaultBlocks() {
        let recorder = Recorder()
        _ = recorder.predictConcurrently(.zeros(rows: 2500, columns: 1))
        #expect(recorder.asked.map(\.count).sorted() == [452, 1024, 1024])
    }

    @Test(
        "predictConcurrently: two blocks are in work at once",
        .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
    func atOnce() async {
        // In a process of its own, where no other test takes the processors.
        await #expect(processExitsWith: .success) {
            let meeting = Meeting()
            _ = meeting.predictConcurrently(.zeros(rows: 2, columns: 1), blockSize: 1)
            exit(meeting.hasMet ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }

    @Test("predictConcurrently: blocks of no points stop the program at the caller's line")
    func noPoints() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let line = LinearClassifier(weights: [1])
            _ = line.predictConcurrently([[1]], blockSize: 0)
        }
        #expect(text(result).contains("blocks of 0 points, expected at least 1"))
        #expect(text(result).contains("ConcurrencyTests.swift"))
    }
}
