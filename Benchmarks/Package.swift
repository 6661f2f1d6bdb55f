// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    products: [
        // Loaded by `sparse_pca_peers.py`.
        .library(name: "CSDPPeer", type: .dynamic, targets: ["CSDPPeer"])
    ],
    dependencies: [
        // The name, because a path alone is named by its folder, and a clone may have any.
        .package(name: "Undetectable", path: "..")
    ],
    targets: [
        // Times the science's own functions; `science.py` runs it in turn with `science_peers.py`.
        .executableTarget(
            name: "ScienceBenchmark",
            dependencies: ["CBLAS", "CKeystream", .product(name: "ChapterModules", package: "Undetectable")]),
        // CSDP called from C, as its manual does: the peer of our semidefinite relaxation.
        .target(name: "CSDPPeer", linkerSettings: [.linkedLibrary("sdp")]),
        // Times lattice reduction over (k, beta) for chapter 9; prints the file of the book's data.
        .executableTarget(
            name: "LatticeMap", dependencies: [.product(name: "ChapterModules", package: "Undetectable")]),
        // BLAS and LAPACK alone, for their share of each time.
        .systemLibrary(
            name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
        // ChaCha20 alone, for its share of the generator's time.
        .systemLibrary(name: "CKeystream", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    ],
    swiftLanguageModes: [.v6]
)
