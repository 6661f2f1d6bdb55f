/// The measurements of CLWE, one a file.
enum CLWEMeasurements {
    static let all: [Measurement] = [
        sparsePancakes, densePancakes, smallLattice, largeLattice,
    ]
}
