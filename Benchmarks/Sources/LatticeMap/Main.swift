import CLWE
import Foundation
import Probability

/// Reduces lattices over (k, beta), the support known, and prints how many keys come out and how long it takes.
///
///     swift run -c release --package-path Benchmarks --disable-build-manifest-caching LatticeMap \
///         > Chapters/Data/lattice-reduction.csv
///
/// Chapter 9 shows the times: a time measured in a chapter would make every build of the book another one.
@main
enum LatticeMap {
    static func main() throws {
        print("sparsity,beta,lattice dimension,keys,recovered,seconds")
        for sparsity in stride(from: 2, through: 24, by: 2) {
            for beta in [0.01, 0.02, 0.03, 0.05, 0.07, 0.1] {
                print(try Place(sparsity: sparsity, beta: beta).measured(keys: 5).line)
                fflush(nil)
            }
        }
    }
}

/// A point of the map.
struct Place {
    let sparsity: Int
    let beta: Double

    func measured(keys: Int) throws -> Measured {
        let parameters = try PancakeParameters.paper(dimension: sparsity, sparsity: sparsity, beta: beta)
        let attack = try LatticeReduction(parameters)
        let runs = try (0..<keys).map { key in
            var coins = Generator(seed: "Lattice map").stream(sparsity).stream(key)
            let secret = try Secret(parameters.secret, dimension: sparsity, using: &coins)
            let points = try HomogeneousCLWE(parameters, secret: secret).points(600, using: &coins)
            let start = clock()
            let isRecovered = try attack.key(in: points)?.isVerified == true
            return (isRecovered: isRecovered, ticks: clock() - start)
        }
        return Measured(
            place: self, latticeDimension: attack.latticeDimension, keys: keys,
            recovered: runs.count { $0.isRecovered },
            seconds: Double(runs.map(\.ticks).sorted()[keys / 2]) / Double(CLOCKS_PER_SEC))
    }
}

/// What was seen at a point of the map.
struct Measured {
    let place: Place
    let latticeDimension: Int
    let keys: Int
    let recovered: Int
    /// Of one processor, the median over the keys.
    let seconds: Double

    var line: String {
        let time = String(format: "%.4f", seconds)
        return "\(place.sparsity),\(place.beta),\(latticeDimension),\(keys),\(recovered),\(time)"
    }
}
