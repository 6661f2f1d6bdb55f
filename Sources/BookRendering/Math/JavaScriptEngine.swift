import CDuktape

/// A JavaScript interpreter in this process: Duktape, without access to files or the network.
package final class JavaScriptEngine {
    package struct Failure: Error, Hashable {
        package let message: String
    }

    private let context: OpaquePointer

    package init?() {
        guard let context = duk_create_heap(nil, nil, nil, nil, nil) else { return nil }
        self.context = context
    }

    deinit {
        duk_destroy_heap(context)
    }

    /// Runs a script for its effects.
    package func run(_ script: String) throws(Failure) {
        let source = SurrogatePairs.encoded(script)
        let flags = UInt32(
            DUK_COMPILE_EVAL | DUK_COMPILE_SAFE | DUK_COMPILE_NOSOURCE | DUK_COMPILE_NOFILENAME)
        let status = source.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                duk_eval_raw(context, $0.baseAddress, $0.count, flags)
            }
        }
        let result = popText()
        if status != 0 { throw Failure(message: result) }
    }

    /// Calls a global function with texts and gives its result as text.
    package func call(_ function: String, _ arguments: String...) throws(Failure) -> String {
        duk_get_global_lstring(context, function, function.utf8.count)
        for argument in arguments { push(argument) }
        let status = duk_pcall(context, Int32(arguments.count))
        let result = popText()
        if status != 0 { throw Failure(message: result) }
        return result
    }

    private func push(_ text: String) {
        let bytes = SurrogatePairs.encoded(text)
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                _ = duk_push_lstring(context, $0.baseAddress, $0.count)
            }
        }
    }

    private func popText() -> String {
        var length = 0
        let start = duk_safe_to_lstring(context, -1, &length)
        defer { duk_pop(context) }
        guard let start else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        return SurrogatePairs.decoded(bytes)
    }
}
