// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Undetectable",
    products: [
        .executable(name: "book", targets: ["book"]),
        // Everything that a chapter may import, prebuilt as one shared library.
        .library(
            name: "ChapterModules", type: .dynamic,
            targets: [
                "Notebook", "Backdoor", "Circuits", "CLWE", "SparsePCA", "Learning", "LinearAlgebra",
                "Probability",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // MARK: - The book

        // The command: one file per subcommand, no logic.
        .executableTarget(
            name: "book",
            dependencies: [
                "BookModel", "BookExecution", "BookRendering", "BookBuilding", "BookExport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // What a cell may call: display, Table, Plot, claim.
        .target(name: "Notebook", dependencies: ["COpenedFiles", "CellProtocol"]),
        // The records that a running chapter sends to the engine.
        .target(name: "CellProtocol"),
        // Which files a chapter's program opens: stands in front of the C library's functions that open.
        .target(name: "COpenedFiles", publicHeadersPath: "."),

        // MARK: - The engine

        // The values of each stage: Chapter, Cell, Plan, Results, Diagnostic. No effects, no dependency.
        .target(name: "BookModel"),
        // Markdown to Chapter.
        .target(
            name: "BookParsing",
            dependencies: ["BookModel", "CCmark", .product(name: "Yams", package: "Yams")]),
        // Chapter to Results: plans, compiles and runs a chapter's program.
        .target(
            name: "BookExecution",
            dependencies: ["BookModel", "BookSourceKit", "CellProtocol", "CPidfd", "CSodium"]),
        // Chapter and Results to pages.
        .target(
            name: "BookRendering",
            dependencies: ["BookFonts", "BookModel", "BookSourceKit", "CDuktape", "CSodium"]),
        // What the toolchain's own library knows about Swift code: tokens, declarations.
        .target(name: "BookSourceKit", dependencies: ["CSourceKit"]),
        // The fonts that pages bring along, as a part of the program.
        .target(
            name: "BookFonts", exclude: ["README.md", "make.py"], resources: [.embedInCode("Faces")]),

        // The finished pages as other forms: one file, EPUB, notebooks, Markdown.
        .target(name: "BookExport", dependencies: ["BookModel", "BookRendering", "CSodium", "CZlib"]),

        // The stages joined: a folder to pages, the report, the progress, what is missing on a machine.
        .target(
            name: "BookBuilding",
            dependencies: ["BookModel", "BookParsing", "BookExecution", "BookRendering", "BookExport"]),

        // MARK: - The science

        // What stops a program that asks for the impossible, with a message at the line that asked.
        .target(name: "CallSites"),
        // Planted models and their keys.
        .target(
            name: "Backdoor",
            dependencies: [
                "CLWE", "CSodium", "CallSites", "Circuits", "Learning", "LinearAlgebra", "Probability",
                "SparsePCA",
            ]),
        // Boolean circuits, networks of threshold gates and ReLUs made from them, and signatures by a hash.
        .target(
            name: "Circuits", dependencies: ["CSodium", "CVectorMath", "CallSites", "Probability"]),
        // Gaussian pancakes and those who look for them.
        .target(
            name: "CLWE",
            dependencies: ["CallSites", "CFlint", "CVectorMath", "LinearAlgebra", "Probability"]),
        // A sparse spike in the covariance of noise and those who look for it.
        .target(name: "SparsePCA", dependencies: ["CCSDP", "CallSites", "LinearAlgebra", "Probability"]),
        // Data sets, models and their training.
        .target(
            name: "Learning", dependencies: ["CallSites", "CVectorMath", "LinearAlgebra", "Probability"]),
        // The cosine, tanh and exp of many numbers, and gates on many inputs, by the widest instructions of the processor.
        // Its module map lies where chapters find those of the system libraries.
        .target(name: "CVectorMath", publicHeadersPath: "."),
        // Dense vectors and matrices.
        .target(name: "LinearAlgebra", dependencies: ["CallSites", "COpenBLAS"]),
        // The seeded generator, distributions, intervals and tests.
        .target(name: "Probability", dependencies: ["CallSites", "CSodium"]),

        // MARK: - System libraries

        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CCSDP", providers: [.apt(["libsdp-dev"])]),
        .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
        // What tells that a process has ended; part of the C library.
        .systemLibrary(name: "CPidfd"),
        .systemLibrary(name: "CFlint", providers: [.apt(["libflint-dev"])]),
        // Types only: the library of the toolchain is opened when the engine runs.
        .systemLibrary(name: "CSourceKit"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas",
            providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),

        // MARK: - Tests

        // What tests of several modules do with processes, programs and disks.
        .target(name: "TestSupport", dependencies: ["BookExecution"], path: "Tests/TestSupport"),
        .testTarget(name: "BookModelTests", dependencies: ["BookModel"]),
        .testTarget(
            name: "BookParsingTests", dependencies: ["BookParsing", "BookModel", "CCmark"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "BookExecutionTests",
            dependencies: ["BookExecution", "BookParsing", "BookModel", "CellProtocol", "TestSupport"]),
        .testTarget(
            name: "BookRenderingTests",
            dependencies: ["BookRendering", "BookParsing", "BookModel", "CCmark"],
            exclude: ["Fixtures", "CommonMark/examples.json", "CommonMark/README.md"]),
        .testTarget(name: "BookExportTests", dependencies: ["BookExport", "BookModel", "BookRendering"]),
        // The command itself, run as a process on folders of chapters.
        .testTarget(
            name: "BookTests", dependencies: ["book", "BookModel", "TestSupport"], exclude: ["Fixtures"]),
        // Whether a build in a folder with a past gives what a fresh one gives, whatever happened in between.
        .testTarget(
            name: "BookTruthTests", dependencies: ["book", "BookExecution", "TestSupport"],
            exclude: ["Pairs", "Stories"]),
        .testTarget(
            name: "NotebookTests", dependencies: ["Notebook", "CellProtocol"], exclude: ["Fixtures"]),
        .testTarget(
            name: "BackdoorTests",
            dependencies: [
                "Backdoor", "CLWE", "Circuits", "Learning", "LinearAlgebra", "Probability", "SparsePCA",
            ]),
        .testTarget(
            name: "CircuitsTests", dependencies: ["CSodium", "CVectorMath", "Circuits", "Probability"]),
        .testTarget(name: "CLWETests", dependencies: ["CLWE", "LinearAlgebra", "Probability"]),
        .testTarget(name: "SparsePCATests", dependencies: ["LinearAlgebra", "Probability", "SparsePCA"]),
        .testTarget(
            name: "LearningTests",
            dependencies: ["CVectorMath", "Learning", "LinearAlgebra", "Probability"]),
        .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
        .testTarget(name: "ProbabilityTests", dependencies: ["Probability"]),
    ],
    swiftLanguageModes: [.v6]
)
