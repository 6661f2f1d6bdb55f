import Foundation

/// The environment that the compiler runs in.
enum CompilerEnvironment {
    static func make(temporaryFolder: String) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        var environment = ["LANG": "C.UTF-8", "TMPDIR": temporaryFolder]
        for name in ["PATH", "HOME"] { environment[name] = own[name] }
        return environment
    }
}
