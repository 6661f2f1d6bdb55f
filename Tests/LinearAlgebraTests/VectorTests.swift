import Foundation
import LinearAlgebra
import Testing

@Suite("Vector")
struct VectorTests {
    @Test("Vector: arithmetic")
    func arithmetic() {
        let x: Vector<Double> = [1, -2, 3]
        let y: Vector<Double> = [4, 5, 6]
        #expect(x + y == [5, 3, 9])
        #expect(x - y == [-3, -7, -3])
        #expect(-x == [-1, 2, -3])
        #expect(2 * x == [2, -4, 6])
        #expect(x / 2 == [0.5, -1, 1.5])
        #expect(x.multipliedElementwise(by: y) == [4, -10, 18])
        #expect(y.dividedElementwise(by: x) == [4, -2.5, 2])
        #expect(x.dot(y) == 12)
    }

    @Test("Vector: norms of closed form")
    func norms() {
        let x: Vector<Double> = [3, 0, -4]
        #expect(x.norm == 5)
        #expect(x.norm1 == 7)
        #expect(x.normInfinity == 4)
        #expect(x.nonzeroCount == 2)
        #expect(Vector<Double>([]).norm == 0)
        #expect(Vector<Double>([1, .nan, 2]).normInfinity.isNaN)
    }

    @Test("Vector: the norm neither overflows nor underflows on the way")
    func extremeNorms() {
        #expect(abs(Vector<Double>([3e200, 4e200]).norm / 5e200 - 1) < 1e-15)
        #expect(abs(Vector<Double>([3e-200, 4e-200]).norm / 5e-200 - 1) < 1e-15)
    }

    @Test("Vector: a part shares until it is changed")
    func parts() {
        let x: Vector<Double> = [1, 2, 3, 4]
        var part = x.part(1..<3)
        part[0] = 9
        #expect(part == [9, 3])
        #expect(x == [1, 2, 3, 4])
        #expect(Array(x.part(2..<4)) == [3, 4])
    }

    @Test(
        "Vector: description has six digits",
        arguments: [
            (
                [0, 1, -2.5, 1.0 / 3, 1e-5, 123_456_789, 999_999.7],
                "[0, 1, -2.5, 0.333333, 1e-05, 1.23457e+08, 1e+06]"
            ),
            ([.nan, -.infinity, 1e-300], "[nan, -inf, 1e-300]"),
            (Array(repeating: 7, count: 100), "[7, 7, 7, 7, 7, 7, …, 7, 7, 7, 7, 7, 7]"),
        ] as [([Double], String)])
    func description(elements: [Double], text: String) {
        #expect(Vector(elements).description == text)
    }

    @Test("Vector: comes back from JSON")
    func codable() throws {
        let x: Vector<Double> = [0.1, 2]
        #expect(try JSONDecoder().decode(Vector<Double>.self, from: JSONEncoder().encode(x)) == x)
    }
}
