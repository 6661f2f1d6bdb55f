import Foundation

/// The folder of the book's data.
let bookData = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Chapters/Data")
