import Foundation
import Probability
import Testing

/// What stops a program that asks for the impossible, in a release build too.
@Suite("Call sites")
struct CallSiteTests {
    @Test("Generator.sample: says what is impossible, and where it was asked for")
    func sample() async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) {
            var generator = Generator(seed: 1)
            _ = generator.sample(5, of: 4, file: "Chapters/02.md", line: 41)
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(text.contains("Chapters/02.md:41: Fatal error: a sample of 5 without replacement from 4"))
    }

    @Test("Proportion.interval: says what is impossible, and where it was asked for")
    func level() async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) {
            _ = Proportion(successes: 1, trials: 2).interval(level: 95)
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(text.contains("CallSiteTests.swift:"))
        #expect(text.contains("Fatal error: level 95.0 is not between 0 and 1"))
    }
}
