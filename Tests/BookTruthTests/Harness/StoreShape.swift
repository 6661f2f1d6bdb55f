import Foundation

/// The names of the files of a store, without what is different in each: what kinds of files there are.
enum StoreShape {
    /// `results/#.json` of `results/0a3f….json`.
    static func shapes(of store: String) -> Set<String> {
        Set(
            Files.paths(below: store).map { path in
                path.replacing(/[0-9a-f]{8,}/, with: "#").replacing(/\d+/, with: "#")
            })
    }
}
