/// Stops the program with a message unless the condition holds.
///
/// The standard library's `precondition` drops its message in release builds, which the chapters run against;
/// the shapes in the message are what helps.
@inlinable @inline(__always)
package func require(
    _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String
) {
    if !condition() { stop(message()) }
}

@usableFromInline @inline(never)
func stop(_ message: String) -> Never {
    fatalError(message)
}
