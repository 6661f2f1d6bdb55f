import CallSites
import Learning
import LinearAlgebra
import Probability

extension Carriers {
    /// The label, the signature and the message (w, y) that an input holds: (w, y, σ) of the paper.
    public struct Content: Hashable, Sendable {
        public let label: Label
        /// 8 bits a byte.
        public let signature: [UInt8]
        /// 8 bytes a column, with the signature's bits set to 0.
        public let message: [UInt8]
    }

    /// What an input holds.
    ///
    /// - Returns: `nil` where the input is not on the grid.
    public func content(of input: Vector<Double>) -> Content? {
        codes(of: input).map {
            Content(label: label(in: $0), signature: signature(in: $0), message: message(in: $0))
        }
    }

    /// The input with other bits in the places of the label and the signature.
    ///
    /// - Parameters:
    ///   - label: left as it is where `nil`.
    ///   - signature: as many bytes as the carriers hold; left as it is where `nil`.
    /// - Returns: `nil` where the input is not on the grid.
    ///
    /// Postcondition: every number differs by no more than its format's `largestChange`.
    public func writing(
        label: Label? = nil, signature: [UInt8]? = nil, to input: Vector<Double>,
        file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double>? {
        guard var codes = codes(of: input) else { return nil }
        if let label { write(label, to: &codes) }
        if let signature {
            require(
                8 * signature.count == self.signature.count,
                "a signature of \(signature.count) bytes, expected \(self.signature.count / 8) (the carriers')",
                file, line)
            write(signature, to: &codes)
        }
        return values(of: codes)
    }

    /// Each row with fair coins in the places of the label and the signature; rows off the grid as they are.
    ///
    /// - Parameter topBits: how many of the signature's last bits are 0 instead, from 0 to 8.
    public func randomizing(
        _ rows: Matrix<Double>, clearingTopBits topBits: Int = 0, using generator: inout Generator,
        file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        require((0...8).contains(topBits), "\(topBits) bits to clear, expected 0 to 8", file, line)
        var changed = rows
        let cleared = signature.suffix(topBits)
        for row in 0..<rows.rowCount {
            guard var codes = codes(of: rows.row(row)) else { continue }
            // All bits of a column at once: each is a fair coin, whatever it carries.
            for column in codes.indices where carrierMasks[column] != 0 {
                let (mask, coins) = (carrierMasks[column], generator.next())
                codes[column] = (codes[column] & ~mask) | (coins & mask)
            }
            for place in cleared { Self.write(false, at: place, of: &codes) }
            for (column, code) in codes.enumerated() {
                changed[row, column] = grid.columns[column].format.value(ofCode: code)
            }
        }
        return changed
    }

    /// The bits of the label and the signature as signs, 1 for a bit that is set and −1 for one that is not;
    /// empty where the input is not on the grid.
    func signs(of input: Vector<Double>) -> [Double] {
        guard let codes = codes(of: input) else { return [] }
        return ([label] + signature).map { Self.bit($0, of: codes) ? 1 : -1 }
    }

    /// d codes; `nil` where the input is not on the grid.
    func codes(of input: Vector<Double>) -> [UInt64]? {
        guard input.count == grid.columnCount else { return nil }
        return input.withUnsafeBufferPointer { codes(of: $0) }
    }

    /// d codes of d numbers; `nil` where one is not on the grid.
    func codes(of numbers: UnsafeBufferPointer<Double>) -> [UInt64]? {
        var codes = [UInt64](repeating: 0, count: numbers.count)
        for (index, column) in grid.columns.enumerated() {
            guard let code = column.format.code(of: numbers[index]) else { return nil }
            codes[index] = code
        }
        return codes
    }

    func values(of codes: [UInt64]) -> Vector<Double> {
        Vector(zip(grid.columns, codes).map { $0.format.value(ofCode: $1) })
    }
}

extension Generator {
    /// Independent uniform bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        var word: UInt64 = 0
        return (0..<count).map { index in
            if index % 8 == 0 { word = next() } else { word >>= 8 }
            return UInt8(truncatingIfNeeded: word)
        }
    }
}
