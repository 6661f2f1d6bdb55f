public import LinearAlgebra
public import Probability

/// Samples of n numbers each, which know in which units they are.
///
/// A conversion keeps the numbers as they were given, so that converting back gives exactly the same.
public struct Points<Units: GaussianUnits>: Hashable, Sendable {
    private let given: Matrix<Double>
    private let givenDeviation: Double

    /// - Parameter rows: m × n, one sample a row, in units of `Units`.
    public init(_ rows: Matrix<Double>) {
        given = rows
        givenDeviation = Units.deviation
    }

    private init<Other>(converting other: Points<Other>) {
        given = other.given
        givenDeviation = other.givenDeviation
    }

    /// The same points in other units.
    public func converted<Other>(to units: Other.Type = Other.self) -> Points<Other> {
        Points<Other>(converting: self)
    }

    /// m × n, one sample a row. Free in the units that the points were made in, a product in others.
    public var rows: Matrix<Double> {
        let factor = UnitFactor.length(from: givenDeviation, to: Units.deviation)
        return factor == 1 ? given : factor * given
    }

    /// m.
    public var count: Int { given.rowCount }
    /// n.
    public var dimension: Int { given.columnCount }

    /// Some of the points.
    public func part(_ range: Range<Int>, file: StaticString = #file, line: UInt = #line) -> Points {
        Points(part: given.rows(range, file: file, line: line), givenDeviation)
    }

    private init(part: Matrix<Double>, _ deviation: Double) {
        given = part
        givenDeviation = deviation
    }
}

extension Points where Units == StandardUnits {
    /// Draws from N(0, Iₙ): what an honest trainer does.
    public init(
        gaussian count: Int, dimension: Int, using generator: inout Generator
    ) {
        let rows = Matrix<Double>(unsafeUninitializedRows: count, columns: dimension) { buffer in
            generator.fillWithGaussians(buffer)
        }
        self.init(rows)
    }
}
