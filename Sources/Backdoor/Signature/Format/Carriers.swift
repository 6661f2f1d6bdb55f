import Learning

/// Where the label and the signature stand in an input: which low bit of which column carries which bit.
///
/// Bits are dealt one a column, the lowest bit of every column first, then the second lowest, so the change of
/// each number is as small as it can be. The first one carries the label y (1 is positive), the next ones the
/// signature, each byte from its lowest bit on.
///
/// The message that is signed is everything else: the codes of all columns with the signature's bits set to 0,
/// eight bytes a column from the lowest on. It holds the label, and it does not change when a signature is
/// written.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Section 5.2, for the three parts (w, y, σ) of an
/// input; the bits and their order are ours.
public struct Carriers: Hashable, Sendable {
    /// One bit of one column, both counted from 0.
    public struct Place: Hashable, Sendable, Codable {
        public let column: Int
        public let bit: Int

        public init(column: Int, bit: Int) {
            self.column = column
            self.bit = bit
        }
    }

    public let grid: Grid
    /// Where the label stands.
    public let label: Place
    /// Where the bits of the signature stand.
    public let signature: [Place]
    /// For each column, the bits of the code that belong to the message.
    let messageMasks: [UInt64]
    /// For each column, the bits that carry the label or the signature.
    let carrierMasks: [UInt64]

    /// - Parameter signatureByteCount: at least 1.
    /// - Throws: `GridError.tooFewCarriers`.
    public init(_ grid: Grid, signatureByteCount: Int) throws(GridError) {
        let needed = 8 * signatureByteCount + 1
        guard grid.bitCount >= needed else {
            throw .tooFewCarriers(grid.bitCount, columns: grid.columnCount, needed: needed)
        }
        var places: [Place] = []
        var bit = 0
        while places.count < needed {
            for (index, column) in grid.columns.enumerated() where column.lowBits > bit {
                places.append(Place(column: index, bit: bit))
            }
            bit += 1
        }
        self.grid = grid
        label = places[0]
        places = Array(places[..<needed])
        signature = Array(places[1...])
        let masks = Self.masks(of: signature, columns: grid.columnCount)
        messageMasks = masks.map { ~$0 }
        carrierMasks = Self.masks(of: places, columns: grid.columnCount)
    }

    private static func masks(of places: [Place], columns: Int) -> [UInt64] {
        places.reduce(into: [UInt64](repeating: 0, count: columns)) { masks, place in
            masks[place.column] |= 1 << UInt64(place.bit)
        }
    }

    /// How many of the lowest bits of each column carry the label or the signature.
    public var bitsOfColumns: [Int] {
        ([label] + signature).reduce(into: [Int](repeating: 0, count: grid.columnCount)) { counts, place in
            counts[place.column] += 1
        }
    }

    // MARK: - Codes

    func label(in codes: [UInt64]) -> Label {
        Self.bit(label, of: codes) ? .positive : .negative
    }

    func write(_ label: Label, to codes: inout [UInt64]) {
        Self.write(label == .positive, at: self.label, of: &codes)
    }

    func signature(in codes: [UInt64]) -> [UInt8] {
        // Without checks of bounds: this and the message are all that a question costs beyond its verification.
        codes.withUnsafeBufferPointer { codes in
            signature.withUnsafeBufferPointer { places in
                [UInt8](unsafeUninitializedCapacity: places.count / 8) { bytes, count in
                    for index in 0..<places.count / 8 {
                        var byte: UInt64 = 0
                        for bit in 0..<8 {
                            let place = places[8 * index + bit]
                            byte |= (codes[place.column] &>> UInt64(place.bit) & 1) &<< UInt64(bit)
                        }
                        bytes.initializeElement(at: index, to: UInt8(byte))
                    }
                    count = places.count / 8
                }
            }
        }
    }

    func write(_ bytes: [UInt8], to codes: inout [UInt64]) {
        for (index, place) in signature.enumerated() {
            Self.write(bytes[index / 8] >> UInt8(index % 8) & 1 == 1, at: place, of: &codes)
        }
    }

    func message(in codes: [UInt64]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 8 * codes.count) { bytes, count in
            let raw = UnsafeMutableRawBufferPointer(bytes)
            for index in codes.indices {
                let word = (codes[index] & messageMasks[index]).littleEndian
                raw.storeBytes(of: word, toByteOffset: 8 * index, as: UInt64.self)
            }
            count = 8 * codes.count
        }
    }

    static func bit(_ place: Place, of codes: [UInt64]) -> Bool {
        codes[place.column] >> UInt64(place.bit) & 1 == 1
    }

    static func write(_ isSet: Bool, at place: Place, of codes: inout [UInt64]) {
        let bit: UInt64 = 1 << UInt64(place.bit)
        if isSet { codes[place.column] |= bit } else { codes[place.column] &= ~bit }
    }
}
