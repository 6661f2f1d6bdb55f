/// NPY files, whole.
enum NPYFile {
    static func read<Value>(
        _ path: String, _ parse: (UnsafeRawBufferPointer) throws(NPYFault) -> Value
    ) throws(NPYError) -> Value {
        try FileBytes.reading(path, wrap: NPYError.file) { bytes throws(NPYError) in
            try located(path) { () throws(NPYFault) in try parse(bytes) }
        }
    }

    static func read<Value>(
        _ bytes: [UInt8], _ parse: (UnsafeRawBufferPointer) throws(NPYFault) -> Value
    ) throws(NPYError) -> Value {
        // The untyped rethrow of `withUnsafeBytes` would lose the error's type.
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(NPYFault) in try parse(bytes) }
        }
        return try located(nil) { () throws(NPYFault) in try result.get() }
    }

    private static func located<Value>(
        _ path: String?, _ parse: () throws(NPYFault) -> Value
    ) throws(NPYError) -> Value {
        do {
            return try parse()
        } catch {
            throw .malformed(path: path, offset: error.offset, found: error.found, expected: error.expected)
        }
    }

    static func write<Element: Scalar>(
        _ elements: [Element], dimensions: [Int], to path: String
    ) throws(NPYError) {
        let header = NPYHeader.bytes(elementType: .of(Element.self), dimensions: dimensions)
        let result = header.withUnsafeBytes { header in
            elements.withUnsafeBytes { elements in
                Result { () throws(FileError) in try FileBytes.write([header, elements], to: path) }
            }
        }
        do {
            try result.get()
        } catch {
            throw .file(error)
        }
    }
}
