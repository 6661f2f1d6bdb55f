internal import Glibc

/// Whole files as bytes.
enum FileBytes {
    /// Lends the bytes of a file, mapped into memory: a large array is not held twice while it is converted.
    static func reading<Result, Failure: Error>(
        _ path: String, wrap: (FileError) -> Failure,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw wrap(FileError(path, .read)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw wrap(FileError(path, .read)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw wrap(FileError(path, .read, reason: "it is not a regular file"))
        }
        let count = Int(status.st_size)
        // An empty file cannot be mapped.
        guard count > 0 else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw wrap(FileError(path, .read))
        }
        defer { munmap(start, count) }
        return try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Writes a file whole or not at all: beside its place first, then renamed.
    static func write(_ parts: [UnsafeRawBufferPointer], to path: String) throws(FileError) {
        let draft = path + ".part"
        guard let file = fopen(draft, "wb") else { throw FileError(path, .written) }
        for part in parts where fwrite(part.baseAddress, 1, part.count, file) != part.count {
            let error = FileError(path, .written)
            fclose(file)
            unlink(draft)
            throw error
        }
        // What was buffered may only now meet a full disk.
        guard fclose(file) == 0, rename(draft, path) == 0 else {
            let error = FileError(path, .written)
            unlink(draft)
            throw error
        }
    }
}
