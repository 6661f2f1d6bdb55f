internal import Glibc

extension PancakeParameters {
    /// What is known about how hard these pancakes are to find for an observer of `samples` points.
    ///
    /// - Parameter samples: m, how many points the observer sees: features of a network, say.
    public func hardness(samples: Int) -> Hardness {
        let (theorem, attacks) = (theoremRegion, knownAttacks(samples: samples))
        return Hardness(
            theorem: theorem, attacks: attacks,
            words: HardnessWords.text(theorem, attacks, sparsity: sparsity))
    }

    private var theoremRegion: TheoremRegion {
        let rho = converted(to: RhoUnits.self)
        var failing: [String] = []
        let bound = 2 * Double(sparsity).squareRoot()
        if rho.gamma < bound {
            failing.append("gamma is \(short(rho.gamma)) in units of ρ, below 2√k = \(short(bound))")
        }
        if rho.beta >= 1 { failing.append("beta is \(short(rho.beta)) in units of ρ, not below 1") }
        if case .rademacher = secret {
            failing.append("the secret has entries ±1/√k instead of a uniform direction")
        }
        return failing.isEmpty ? .inside : .outside(failing)
    }

    private func knownAttacks(samples: Int) -> [KnownAttack] {
        let standard = converted(to: StandardUnits.self)
        var attacks: [KnownAttack] = []
        // Baik, Ben Arous and Péché: a direction of another variance is seen above √(n/m).
        let excess = PancakeMarginal(standard).excessOfSecondMoment
        if abs(excess) > (Double(dimension) / Double(samples)).squareRoot() {
            attacks.append(.eigenvalues(excess: excess))
        }
        if sparsity == 1, CoordinateScan(standard).reaches(samples, standard) {
            attacks.append(.coordinateScan)
        }
        let grid = AngleGrid(standard)
        if sparsity == 2, samples >= grid.neededSamples(dimension: dimension),
            grid.reaches(samples, standard)
        {
            attacks.append(.angleGrid)
        }
        attacks += latticeAttacks(samples, standard)
        let count = standard.log2DirectionCount
        if sparsity > 2, count <= 36 { attacks.append(.allDirections(log2Count: count)) }
        return attacks
    }

    private func latticeAttacks(
        _ samples: Int, _ standard: PancakeParameters<StandardUnits>
    ) -> [KnownAttack] {
        let ways = [false, true].filter { !$0 || sparsity < dimension }.compactMap { knowsSupport in
            let support = knowsSupport ? Array(0..<sparsity) : nil
            return (try? LatticeReduction(standard, support: support)).map { (knowsSupport, $0) }
        }.filter { samples >= $0.1.neededSamples(dimension: dimension) }
        if let (knowsSupport, _) = ways.first(where: { $0.1.isExpectedToSucceed }) {
            let found = KnownAttack.latticeReduction(knowsSupport: knowsSupport)
            return knowsSupport ? guessing(samples, standard) + [found] : [found]
        }
        if let (knowsSupport, _) = ways.first(where: { $0.1.maySucceed }) {
            return [.latticeReductionOfSomeKeys(knowsSupport: knowsSupport)]
        }
        return []
    }

    /// Where one of a thousand guesses is right.
    private func guessing(
        _ samples: Int, _ standard: PancakeParameters<StandardUnits>
    ) -> [KnownAttack] {
        guard let attack = try? SupportGuessing(standard, attempts: 1, seed: 0), attack.luck >= 0.001,
            samples >= attack.neededSamples(dimension: dimension)
        else { return [] }
        let guesses = Int((1 / attack.luck).rounded(.up))
        return [.supportGuessing(size: attack.guessSize, guesses: guesses)]
    }

    private func short(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
}

extension PancakeParameters where Units == StandardUnits {
    /// log₂ of how many balls of the needle's radius 1/2π cover the spheres of radius gamma over all
    /// supports.
    var log2DirectionCount: Double {
        let (n, k) = (Double(dimension), Double(sparsity))
        let supports = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        let sphere = log(2) + k / 2 * log(Double.pi) - lgamma(k / 2)
        return (supports + sphere + (k - 1) * log(max(1, 2 * Double.pi * gamma))) / log(2)
    }
}

extension Distinguisher {
    /// Whether the key's mean cosine stands out of what wrong keys reach once in a thousand times.
    fileprivate func reaches(_ samples: Int, _ parameters: PancakeParameters<StandardUnits>) -> Bool {
        abs(parameters.meanCosine)
            > threshold(samples: samples, dimension: parameters.dimension, falseAlarmRate: 0.001)
    }
}

/// The sentences beside a demonstration.
enum HardnessWords {
    static func text(_ theorem: TheoremRegion, _ attacks: [KnownAttack], sparsity: Int) -> String {
        let region =
            switch theorem {
            case .inside:
                "These parameters lie in the region of the theorem, which is about growing k and proves "
                    + "nothing for k = \(sparsity)."
            case .outside(let reasons):
                "These parameters lie outside the region of the theorem: "
                    + reasons.joined(separator: "; ") + "."
            }
        let reach =
            attacks.isEmpty
            ? "No attack of this book reaches them, which does not make them secure: stronger lattice "
                + "reduction may, and no vetted table of secure parameters exists that we found."
            : "They are toy parameters, NOT cryptographically secure: broken by "
                + attacks.map(\.description).joined(separator: ", and by ") + "."
        return region + " " + reach
    }
}
