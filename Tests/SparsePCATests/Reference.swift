import Foundation
import LinearAlgebra
import SparsePCA

/// A case of `Tests/Reference/make_sparse_pca.py`.
struct ReferenceCase: Decodable {
    let rows: [[Double]]
    let samples: Int
    let dimension: Int
    let sparsity: Int
    let spike: [Double]
    let largestVariance: Double
    let alongSpike: Double
    let largestEigenvalue: Double
    let thresholded: [String: Double]
    let best: Double
    let bestPlaces: [Int]

    func covariance() throws -> SampleCovariance { try SampleCovariance(of: Matrix(rows: rows)) }

    private struct File: Decodable { let cases: [ReferenceCase] }

    static func all() throws -> [ReferenceCase] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appending(path: "Reference/values/sparse-pca.json")
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
    }
}

/// What an error says, or that there was none.
func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing thrown"
    } catch { return "\(error)" }
}
