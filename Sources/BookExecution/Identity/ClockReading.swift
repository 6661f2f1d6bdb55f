import Foundation

/// The machine's clock at one moment, with what tells later whether somebody has set it since.
package struct ClockReading: Hashable, Sendable {
    /// Nanoseconds since 1970.
    let time: Int64
    /// `time` without the nanoseconds since the machine was started: it stays as it is until the clock is set.
    let offset: Int64

    package static func now() -> ClockReading {
        let time = nanoseconds(CLOCK_REALTIME)
        return ClockReading(time: time, offset: time - nanoseconds(CLOCK_BOOTTIME))
    }

    package init(time: Int64, offset: Int64) {
        self.time = time
        self.offset = offset
    }

    /// Whether times of both readings can be compared: the machine was neither started anew between them, nor its clock
    /// set.
    package func isComparable(to other: ClockReading) -> Bool {
        abs(offset - other.offset) < Self.tolerance
    }

    /// Two clocks are read one after the other, and the process may have to wait in between.
    private static let tolerance: Int64 = 50_000_000

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
