/// How one number is stored in an NPY file.
enum NPYElementType: String, CaseIterable {
    case float64 = "<f8"
    case float32 = "<f4"
    case int8 = "|i1"
    case int16 = "<i2"
    case int32 = "<i4"
    case int64 = "<i8"
    case uint8 = "|u1"
    case uint16 = "<u2"
    case uint32 = "<u4"
    case uint64 = "<u8"
    case boolean = "|b1"

    /// numpy writes '|' for single bytes, and other writers '<'.
    init?(descriptor: String) {
        self.init(rawValue: descriptor.hasSuffix("1") ? "|" + descriptor.dropFirst() : descriptor)
    }

    static var names: String { allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") }

    var byteCount: Int {
        switch self {
        case .int8, .uint8, .boolean: 1
        case .int16, .uint16: 2
        case .float32, .int32, .uint32: 4
        case .float64, .int64, .uint64: 8
        }
    }

    static func of<Element: Scalar>(_ type: Element.Type) -> NPYElementType {
        MemoryLayout<Element>.size == 8 ? .float64 : .float32
    }
}
