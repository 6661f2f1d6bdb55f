internal import Glibc

/// Memory that is written once, from its first place to its last.
enum LargeBuffer {
    private static let pageSize = 1 << 21

    /// Asks the system to map fresh memory in pages of 2 MB: mapping 160 MB in pages of 4 kB takes as long as
    /// computing what is written there.
    static func prepare(_ buffer: UnsafeMutableBufferPointer<Double>) {
        guard let start = buffer.baseAddress else { return }
        let bytes = buffer.count * MemoryLayout<Double>.stride
        let first = (UInt(bitPattern: start) + UInt(pageSize) - 1) & ~UInt(pageSize - 1)
        let end = UInt(bitPattern: start) + UInt(bytes)
        guard end > first, end - first >= UInt(pageSize) else { return }
        // A refusal costs time only.
        _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
    }
}
