/// The numbers of an NPY file as elements of a matrix or vector.
struct NPYNumbers<Element: Scalar> {
    let header: NPYHeader
    let elements: [Element]

    /// - Parameter dimensionNames: what the dimensions are, such as rows and columns.
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    init(_ bytes: UnsafeRawBufferPointer, dimensionNames: [String]) throws(NPYFault) {
        header = try NPYHeader(bytes)
        let dimensions = header.dimensions
        guard dimensions.count == dimensionNames.count else {
            throw NPYFault(
                offset: 8,
                found: "an array of \(dimensions.count) dimension\(dimensions.count == 1 ? "" : "s")",
                expected: "\(dimensionNames.count): \(dimensionNames.joined(separator: " and "))")
        }
        let size = dimensions.reduce((header.elementType.byteCount, false)) { product, factor in
            let (value, overflow) = product.0.multipliedReportingOverflow(by: factor)
            return (value, product.1 || overflow)
        }
        let shape = dimensions.map(String.init).joined(separator: " × ")
        let available = bytes.count - header.dataOffset
        guard !size.1, size.0 == available else {
            let needed = size.1 ? "more bytes than a file can have" : "\(size.0) bytes"
            throw NPYFault(
                offset: bytes.count, found: "the file ends after \(available) bytes of numbers",
                expected: "\(needed) for \(shape) of '\(header.elementType.rawValue)'")
        }
        let data = UnsafeRawBufferPointer(rebasing: bytes[header.dataOffset...])
        elements = try Self.convert(data, header)
    }

    private static func convert(
        _ data: UnsafeRawBufferPointer, _ header: NPYHeader
    ) throws(NPYFault) -> [Element] {
        switch header.elementType {
        case .float64:
            try read(data, header, UInt64.self) { Element(Double(bitPattern: $0)) }
        case .float32:
            try read(data, header, UInt32.self) { Element(Float(bitPattern: $0)) }
        case .int8: try read(data, header, Int8.self) { Element(exactly: $0) }
        case .int16: try read(data, header, Int16.self) { Element(exactly: $0) }
        case .int32: try read(data, header, Int32.self) { Element(exactly: $0) }
        case .int64: try read(data, header, Int64.self) { Element(exactly: $0) }
        case .uint8: try read(data, header, UInt8.self) { Element(exactly: $0) }
        case .uint16: try read(data, header, UInt16.self) { Element(exactly: $0) }
        case .uint32: try read(data, header, UInt32.self) { Element(exactly: $0) }
        case .uint64: try read(data, header, UInt64.self) { Element(exactly: $0) }
        case .boolean: try read(data, header, UInt8.self) { $0 <= 1 ? Element($0) : nil }
        }
    }

    /// Row by row, whatever the order in the file.
    private static func read<Stored: FixedWidthInteger>(
        _ data: UnsafeRawBufferPointer, _ header: NPYHeader, _ type: Stored.Type,
        _ convert: (Stored) -> Element?
    ) throws(NPYFault) -> [Element] {
        let width = MemoryLayout<Stored>.size
        let count = data.count / width
        let rows = header.isColumnMajor && header.dimensions.count == 2 ? header.dimensions[0] : 1
        let columns = rows > 0 ? count / rows : 0
        var failure: Int?
        let elements = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            // An element (i, j) is i + j·rows in the file; one row and `count` columns otherwise.
            for row in 0..<rows {
                for column in 0..<columns {
                    let place = (row + column * rows) * width
                    let stored = Stored(littleEndian: data.loadUnaligned(fromByteOffset: place, as: type))
                    let element = convert(stored)
                    if element == nil { failure = failure ?? place }
                    buffer.initializeElement(at: row * columns + column, to: element ?? 0)
                }
            }
            initialized = count
        }
        if let failure {
            let stored = Stored(littleEndian: data.loadUnaligned(fromByteOffset: failure, as: type))
            let expected =
                header.elementType == .boolean ? "0 or 1" : "an integer that \(Element.self) can hold"
            throw NPYFault(offset: header.dataOffset + failure, found: "\(stored)", expected: expected)
        }
        return elements
    }
}
