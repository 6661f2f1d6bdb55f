extension Matrix {
    /// Reads an array of two dimensions from a file that `numpy.save` has written.
    ///
    /// Integers and truth values become elements exactly or not at all; wider floating-point numbers are
    /// rounded. Arrays in Fortran order are read too.
    ///
    /// - Throws: `NPYError` with the byte at which the file is not what it says.
    public init(npy path: String) throws(NPYError) {
        self = try NPYFile.read(path, Self.fromNPY)
    }

    /// Reads the bytes of such a file.
    public init(npyBytes bytes: [UInt8]) throws(NPYError) {
        self = try NPYFile.read(bytes, Self.fromNPY)
    }

    private static func fromNPY(_ bytes: UnsafeRawBufferPointer) throws(NPYFault) -> Matrix {
        let numbers = try NPYNumbers<Element>(bytes, dimensionNames: ["rows", "columns"])
        let dimensions = numbers.header.dimensions
        return Matrix(
            rowCount: dimensions[0], columnCount: dimensions[1], storage: numbers.elements, base: 0,
            stride: dimensions[1])
    }

    /// Writes a file that `numpy.load` reads: '<f8' or '<f4', row by row.
    public func writeNPY(to path: String) throws(NPYError) {
        try NPYFile.write(elements, dimensions: [rowCount, columnCount], to: path)
    }
}

extension Vector {
    /// Reads an array of one dimension from a file that `numpy.save` has written; see `Matrix.init(npy:)`.
    ///
    /// - Throws: `NPYError` with the byte at which the file is not what it says.
    public init(npy path: String) throws(NPYError) {
        self = try NPYFile.read(path, Self.fromNPY)
    }

    /// Reads the bytes of such a file.
    public init(npyBytes bytes: [UInt8]) throws(NPYError) {
        self = try NPYFile.read(bytes, Self.fromNPY)
    }

    private static func fromNPY(_ bytes: UnsafeRawBufferPointer) throws(NPYFault) -> Vector {
        Vector(try NPYNumbers<Element>(bytes, dimensionNames: ["elements"]).elements)
    }

    /// Writes a file that `numpy.load` reads: '<f8' or '<f4'.
    public func writeNPY(to path: String) throws(NPYError) {
        try NPYFile.write(elements, dimensions: [count], to: path)
    }
}
