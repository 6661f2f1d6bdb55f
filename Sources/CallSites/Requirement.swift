/// Stops the program with a message, at the caller's line, unless the condition holds.
///
/// The standard library's `precondition` drops its message in release builds, which the chapters run against;
/// the shapes in the message are what helps. A public function takes `file: StaticString = #file` and
/// `line: UInt = #line` as its last parameters and passes both on, so that the message names the line of the
/// chapter. An operator cannot take them: its message names the module's line, and the backtrace the chapter's.
@inlinable @inline(__always)
package func require(
    _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String,
    _ file: StaticString = #file, _ line: UInt = #line
) {
    if !condition() { refuse(message(), file, line) }
}

/// Stops the program with a message, at the caller's line.
@inlinable @inline(never)
package func refuse(_ message: String, _ file: StaticString = #file, _ line: UInt = #line) -> Never {
    fatalError(message, file: file, line: line)
}
