import Foundation

/// The time that exports carry, since some formats must name one: not that of the export, or no two would be the
/// same.
struct ExportDate {
    private let seconds: Int

    /// The time in `SOURCE_DATE_EPOCH`, where packagers set it, else 1 January 1980, the first that ZIP knows.
    /// - Throws: `InvalidDate` when the variable holds no time of four-digit years.
    init(environment: [String: String]) throws(InvalidDate) {
        guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
            seconds = 315_532_800
            return
        }
        guard let value = Int(text), (0..<253_402_300_800).contains(value) else {
            throw InvalidDate(text: text)
        }
        seconds = value
    }

    /// `1980-01-01T00:00:00Z`.
    var text: String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }

    /// `19800101000000`.
    var digits: String { text.filter(\.isNumber) }
}

/// `SOURCE_DATE_EPOCH` holds what is no time.
public struct InvalidDate: Error, Hashable, Sendable, CustomStringConvertible {
    let text: String

    public var description: String {
        "SOURCE_DATE_EPOCH is '\(text)'\nhelp: set it to a number of seconds since 1970, or leave it away"
    }
}
