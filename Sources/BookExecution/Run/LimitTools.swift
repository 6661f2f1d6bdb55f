import Foundation

/// The programs of util-linux that put limits of the kernel before a confined program.
public enum LimitTools {
    static let resources = "/usr/bin/prlimit"
    static let outOfMemory = "/usr/bin/choom"

    /// The path of the first that is not there.
    public static var missing: String? {
        [resources, outOfMemory].first { !FileManager.default.isExecutableFile(atPath: $0) }
    }

    public static let repair = "apt-get install util-linux"
}
