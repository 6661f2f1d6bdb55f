import Foundation
import Probability
import SparsePCA
import Testing

@Suite("Phase diagrams")
struct PhaseTests {
    private func diagram(_ thetas: [Double] = [0.5, 3]) throws -> PhaseDiagram {
        let points = try SpikeParameters.grid(
            dimensions: [15], sparsities: [2, 4], strengths: thetas, samples: [40])
        return try PhaseDiagram(points, repetitions: 20, seed: 3) { k in
            [TopEigenvalue(), try DiagonalThresholding(sparsity: k)]
        }
    }

    @Test("The cells, with their levels; strong spikes are seen")
    func cells() throws {
        let map = try #require(try diagram().run())
        #expect(map.cells.count == 8)
        #expect(map.cells(of: "largest eigenvalue").map(\.parameters.strength) == [0.5, 3, 0.5, 3])
        #expect(map.cells(of: "largest eigenvalue").map(\.parameters.sparsity) == [2, 2, 4, 4])
        for cell in map.cells {
            // 40 draws of noise: the second largest is the threshold, 2 of 41.
            #expect(abs(cell.level - 2.0 / 41) < 1e-12)
            #expect(cell.power.trials == 20)
            if cell.parameters.strength == 3, cell.detector == "largest eigenvalue" {
                #expect(cell.power.value >= 0.9)
            }
        }
    }

    @Test("Stopped and gone on with, by other numbers of workers, it is the same")
    func resumes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "phase-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = folder.appending(path: "phase.jsonl").path
        let whole = try #require(try diagram().run())
        let deadline = Date().addingTimeInterval(0.002)
        #expect(try diagram().run(journal: journal, stop: { Date() > deadline }) == nil)
        #expect(try diagram().run(journal: journal, workers: 3) == whole)
        // Another grid is another sweep.
        #expect(throws: SweepError.self) { try diagram([0.5, 2]).run(journal: journal) }
        // Neither does a point's result depend on which others there are.
        let alone = try #require(try diagram([3]).run())
        #expect(alone.cells.allSatisfy(whole.cells.contains))
    }

    @Test("Rates that the noise cannot give, and points twice")
    func refuses() throws {
        #expect(
            message { _ = try diagram().run(falseAlarmRate: 0.001) }
                == "40 draws of noise cannot give a false alarm rate of 0.001, expected at least 999")
        #expect(
            message { _ = try diagram([1, 1]) }
                == "points 4 and 5 of the sweep, counted from 0, are the same")
    }
}
