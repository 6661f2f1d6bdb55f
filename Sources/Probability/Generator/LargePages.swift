internal import Glibc

/// Asks the system for large pages where many numbers are about to be written for the first time.
///
/// A page of 4 kB is fetched and cleared at its first use, which for 50 MB takes as long as half of the
/// numbers. numpy does the same for its arrays.
enum LargePages {
    /// Below this size nothing is gained.
    private static let smallestByteCount = 4 << 20
    private static let pageSize = 4096

    static func request(for buffer: UnsafeMutableBufferPointer<Double>) {
        let byteCount = buffer.count * MemoryLayout<Double>.stride
        guard byteCount >= smallestByteCount, let start = buffer.baseAddress else { return }
        // Whole pages inside the buffer; advice only, so a refusal does not matter.
        let offset = (pageSize - Int(bitPattern: start) % pageSize) % pageSize
        let length = (byteCount - offset) / pageSize * pageSize
        _ = madvise(UnsafeMutableRawPointer(start) + offset, length, MADV_HUGEPAGE)
    }
}
