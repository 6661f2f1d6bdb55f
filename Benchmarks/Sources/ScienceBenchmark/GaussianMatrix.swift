import CKeystream
import Probability

extension ProbabilityMeasurements {
    /// 100,000 × 64 normal numbers. Two generators cannot give the same numbers, so their moments are
    /// compared.
    static let gaussianMatrix = Measurement(name: "gaussian-matrix") { _ in
        let count = 100_000 * 64
        return Work(
            run: {
                var generator = Generator(seed: "benchmark")
                return generator.gaussians(count)
            },
            values: { numbers in
                guard let moments = try? Moments(of: numbers) else { return [] }
                return [moments.mean, moments.variance, moments.skewness, moments.kurtosis]
            },
            library: { writeKeystream(count) })
    }

    /// 64 bits a number by libsodium alone, into the same 4 kB again and again.
    private static func writeKeystream(_ count: Int) {
        let key = [UInt8](repeating: 1, count: 32)
        let nonce = [UInt8](repeating: 0, count: 12)
        var block = [UInt8](repeating: 0, count: 4096)
        for _ in 0..<count * 8 / block.count {
            _ = crypto_stream_chacha20_ietf(&block, UInt64(block.count), nonce, key)
        }
    }
}
