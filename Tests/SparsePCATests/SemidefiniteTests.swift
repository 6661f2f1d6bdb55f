import Foundation
import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Semidefinite relaxation")
struct SemidefiniteTests {
    private func covariance(_ n: Int, _ seed: Int) throws -> SampleCovariance {
        var coins = Generator(seed: seed)
        let spike = try Spike(.flat(3), dimension: n, using: &coins)
        return try SampleCovariance(
            of: SpikedCovariance(strength: 1, spike: spike).rows(3 * n, using: &coins))
    }

    @Test("X is what it has to be", arguments: [(10, 2), (10, 3), (15, 6), (2, 2)])
    func feasible(n: Int, k: Int) throws {
        let covariance = try covariance(max(n, 3), n + k)
        let relaxed = try SemidefiniteRelaxation(sparsity: k).optimum(covariance)
        let matrix = relaxed.matrix
        #expect(abs((0..<matrix.rowCount).reduce(0) { $0 + matrix[$1, $1] } - 1) < 1e-7)
        #expect(matrix.elements.reduce(0) { $0 + abs($1) } <= Double(k) + 1e-5)
        let values = try matrix.symmetricEigenvalues()
        #expect(try #require(values.last) > -1e-8)
        let value = zip(matrix.elements, covariance.matrix.elements).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(value - relaxed.value) < 1e-6)
        #expect(relaxed.residual <= 1e-7 && relaxed.upperBound >= relaxed.value - 1e-6)
    }

    /// The problem as textbooks have it, in the SDPA format, to CSDP's own command: |X|, the diagonal too, split into
    /// positive and negative parts.
    @Test("CSDP's own command comes to the same value", arguments: [(8, 2), (10, 3), (12, 5)])
    func agreesWithCommand(n: Int, k: Int) throws {
        let covariance = try covariance(n, 10 * n + k)
        let folder = FileManager.default.temporaryDirectory.appending(path: "csdp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "problem.dat-s")
        try sdpaFile(covariance.matrix, k).write(to: file, atomically: true, encoding: .utf8)
        let expected = try #require(
            try commandValue(file), "the command csdp of Debian's coinor-csdp is missing")
        let ours = try SemidefiniteRelaxation(sparsity: k).score(covariance)
        #expect(abs(ours - expected) < 1e-6)
    }

    private func sdpaFile(_ matrix: Matrix<Double>, _ k: Int) -> String {
        let n = matrix.rowCount
        let pairs = (0..<n).flatMap { i in (i..<n).map { (i, $0) } }
        var lines = ["\(pairs.count + 2)", "2", "\(n) -\(2 * pairs.count + 1)"]
        lines.append("1 \(k) " + pairs.map { _ in "0" }.joined(separator: " "))
        for (i, j) in pairs { lines.append("0 1 \(i + 1) \(j + 1) \(matrix[i, j])") }
        for i in 1...n { lines.append("1 1 \(i) \(i) 1") }
        for (index, (i, j)) in pairs.enumerated() {
            for place in [2 * index + 1, 2 * index + 2] {
                lines.append("2 2 \(place) \(place) \(i == j ? 1 : 2)")
            }
        }
        lines.append("2 2 \(2 * pairs.count + 1) \(2 * pairs.count + 1) 1")
        for (index, (i, j)) in pairs.enumerated() {
            lines.append("\(index + 3) 1 \(i + 1) \(j + 1) \(i == j ? 1 : 0.5)")
            lines.append("\(index + 3) 2 \(2 * index + 1) \(2 * index + 1) -1")
            lines.append("\(index + 3) 2 \(2 * index + 2) \(2 * index + 2) 1")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func commandValue(_ file: URL) throws -> Double? {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/csdp") else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/csdp")
        process.arguments = [file.path]
        process.environment = ["OPENBLAS_NUM_THREADS": "1"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let line = output.split(separator: "\n").first { $0.hasPrefix("Primal objective value:") }
        return line?.split(separator: " ").last.flatMap { Double($0) }
    }

    @Test("Callers on several threads wait for each other, and all get the same")
    func concurrentCallers() throws {
        let covariances = try (0..<4).map { try covariance(12, $0) }
        let alone = try covariances.map { try SemidefiniteRelaxation(sparsity: 3).score($0) }
        let together = Gathered()
        DispatchQueue.concurrentPerform(iterations: 12) { index in
            let score = try? SemidefiniteRelaxation(sparsity: 3).score(covariances[index % 4])
            together.set(index, score)
        }
        for index in 0..<12 { #expect(together.value(index) == alone[index % 4]) }
    }

    @Test("What does not converge says so, with its residual")
    func saysThatItFailed() throws {
        let covariance = try covariance(12, 1)
        let error = #expect(throws: SparsePCAError.self) {
            try SemidefiniteRelaxation(sparsity: 3, iterationLimit: 3).score(covariance)
        }
        guard case .notConverged(let solver, 3, let residual, 1e-8) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(solver == "semidefinite relaxation" && residual > 1e-8)
        #expect(
            error?.description
                == "semidefinite relaxation did not converge within 3 steps: its residual is \(residual), "
                + "expected at most 1e-08")
    }
}

/// Numbers by place, from several threads.
private final class Gathered: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Int: Double] = [:]

    func set(_ index: Int, _ value: Double?) { lock.withLock { values[index] = value } }
    func value(_ index: Int) -> Double? { lock.withLock { values[index] } }
}
