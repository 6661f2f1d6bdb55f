internal import CSodium
internal import CallSites
internal import Glibc

/// ChaCha20 and the derivation of its keys, by libsodium.
enum Keystream {
    static let keyByteCount = 32
    /// 4 kB: large enough for libsodium to run at its full speed, small enough to stay in the first cache.
    static let blocksPerRefill: UInt64 = 64
    static let wordsPerRefill = 512

    /// Lets libsodium choose the fastest implementation for this processor.
    private static let isReady: Bool = sodium_init() >= 0

    /// Writes blocks `block ..< block + 64` of the keystream.
    ///
    /// RFC 8439 counts blocks with 32 bits. The upper half of `block` goes into the first word of the nonce,
    /// which is 0 otherwise, so the keystream is that of RFC 8439 for the first 256 GB and does not repeat
    /// after them.
    static func write(to words: inout [UInt64], key: [UInt8], block: UInt64) {
        require(isReady, "libsodium could not be initialised")
        let nonce = (UInt32(block >> 32).littleEndian, UInt32(0), UInt32(0))
        withUnsafeBytes(of: nonce) { nonce in
            words.withUnsafeMutableBytes { bytes in
                guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    let nonceStart = nonce.baseAddress?.assumingMemoryBound(to: UInt8.self)
                else { return }
                memset(start, 0, bytes.count)
                _ = crypto_stream_chacha20_ietf_xor_ic(
                    start, start, UInt64(bytes.count), nonceStart,
                    UInt32(truncatingIfNeeded: block), key)
            }
        }
        #if _endian(big)
            for index in words.indices { words[index] = UInt64(littleEndian: words[index]) }
        #endif
    }

    /// A key for each pair of a kind and its bytes: BLAKE2b with 32 bytes of output, keyed by `parent`.
    static func key(for kind: String, _ bytes: [UInt8], under parent: [UInt8] = []) -> [UInt8] {
        require(isReady, "libsodium could not be initialised")
        // The kind and a zero byte go first, so no two kinds ever hash the same text.
        let message = Array("Undetectable generator, \(kind)".utf8) + [0] + bytes
        var key = [UInt8](repeating: 0, count: keyByteCount)
        _ = crypto_generichash(&key, key.count, message, UInt64(message.count), parent, parent.count)
        return key
    }
}
