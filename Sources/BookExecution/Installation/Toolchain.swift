import BookModel
import Foundation

/// The Swift toolchain that compiles chapters.
public struct Toolchain: Hashable, Sendable {
    /// The path of `swiftc`.
    public let compiler: String

    /// The folder `usr` of the toolchain, that holds `bin`, `lib` and `libexec`.
    public var root: String {
        URL(fileURLWithPath: compiler).deletingLastPathComponent().deletingLastPathComponent().path
    }

    /// The compiler itself, which the driver starts.
    var frontend: String { root + "/bin/swift-frontend" }

    /// Names this toolchain and no other: the compiler's path, size and time of change, since reading its 200 MB in
    /// every build would cost more than it gives.
    /// - Throws: `ExecutionError.missing` when the compiler is not there.
    package func identity() throws(ExecutionError) -> String {
        var status = stat()
        guard stat(frontend, &status) == 0 else {
            throw .missing(
                what: "the Swift compiler", lookedFor: frontend,
                repair: "install Swift 6.3 from swift.org again")
        }
        return "\(frontend) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// The library that colours code.
    public var sourceKit: String { root + "/lib/libsourcekitdInProc.so" }

    /// Whether programs can be watched by a sanitizer.
    package func has(_ sanitizer: ProgramWorld.Sanitizer) -> Bool {
        let name = sanitizer == .thread ? "tsan" : "asan"
        let folder = root + "/lib/clang"
        let files = FileManager.default.enumerator(atPath: folder)
        while let file = files?.nextObject() as? String {
            if file.contains("/libclang_rt.\(name)") { return true }
        }
        return false
    }

    /// The first `swiftc` on the search path, with links followed.
    /// - Throws: `ExecutionError.missing` where there is none.
    public static func find(searchPath: String) throws(ExecutionError) -> Toolchain {
        for folder in searchPath.split(separator: ":") {
            let path = "\(folder)/swiftc"
            guard FileManager.default.isExecutableFile(atPath: path) else { continue }
            // `swiftc` is a link to the driver beside it, whose name says what it does: keep the name.
            let real = URL(fileURLWithPath: String(folder)).resolvingSymlinksInPath().path + "/swiftc"
            return Toolchain(compiler: real)
        }
        throw .missing(
            what: "the Swift compiler", lookedFor: "swiftc on PATH",
            repair: "install Swift 6.3 from swift.org and put its usr/bin on PATH")
    }
}
