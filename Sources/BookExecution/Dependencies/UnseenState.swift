/// What a piece of code may do to state that no variable of the chapter shows: that of the C library, of Foundation, of
/// the process.
///
/// A function that neither the chapter, our modules nor the standard library defines may change anything, and so may an
/// assignment to something that the chapter does not define.
struct UnseenState: Hashable, Sendable {
    /// The free functions and variables that it mentions and the names to whose members it assigns, without those that it
    /// defines itself.
    private(set) var outside: Set<String> = []
    /// Whether it may do something after it has ended: while later cells run, or at the end of the program.
    private(set) var lasts = false

    init(of code: String) {
        let tokens = CodeTokens.places(in: code).map(\.token)
        let defined = LocalNames(in: tokens).names
        for number in tokens.indices {
            guard case .word(let word) = tokens[number] else { continue }
            if Self.lasting.contains(word) { lasts = true }
            if Self.shared.contains(word) { outside.insert(word) }
            if Self.isMember(tokens, number) { continue }
            if Self.mayBeFree(word, tokens, number) || Self.isAssignment(tokens, number) {
                outside.insert(word)
            }
        }
        outside.subtract(defined)
    }

    /// Whether the word stands behind a point, and not behind the name of a library and a point.
    private static func isMember(_ tokens: [CodeTokens.Token], _ number: Int) -> Bool {
        guard number > 0, tokens[number - 1] == .sign(".") else { return false }
        guard number > 1, case .word(let owner) = tokens[number - 2] else { return true }
        return !libraries.contains(owner)
    }

    /// Whether the word may be a function or a variable that stands in no type: one in lower case that is no keyword, no
    /// attribute and no label.
    private static func mayBeFree(_ word: String, _ tokens: [CodeTokens.Token], _ number: Int) -> Bool {
        guard word.first.map({ $0.isLowercase || $0 == "_" }) ?? false, !Keywords.all.contains(word) else {
            return false
        }
        if number > 0, [.sign("@"), .sign("#"), .sign("\\"), .sign("$")].contains(tokens[number - 1]) {
            return false
        }
        guard number + 1 < tokens.count else { return true }
        // A label with a name of its own for the parameter: `(of examples: Int)`.
        if case .word = tokens[number + 1], number > 0, [.sign("("), .sign(",")].contains(tokens[number - 1])
        {
            return false
        }
        return tokens[number + 1] != .sign(":")
    }

    /// Whether it may change or use such state, where `known` are the names that do not.
    func isTouched(besides known: Set<String>) -> Bool {
        !outside.isSubset(of: known)
    }

    /// Whether a statement starts here that assigns: `name.member[…] = …`, `name += …`.
    private static func isAssignment(_ tokens: [CodeTokens.Token], _ number: Int) -> Bool {
        guard case .word(let first) = tokens[number], !Keywords.all.contains(first) else { return false }
        if number > 0 {
            switch tokens[number - 1] {
            // A label, a type, a part of an expression.
            case .sign(let sign): guard "{};)".contains(sign) else { return false }
            case .word(let word): guard !LocalNames.introducers.contains(word) else { return false }
            case .string: break
            }
        }
        var depth = 0
        for place in (number + 1)..<max(tokens.count, number + 1) {
            switch tokens[place] {
            case .sign("("), .sign("["): depth += 1
            case .sign(")"), .sign("]"):
                depth -= 1
                if depth < 0 { return false }
            case .sign("=") where depth == 0:
                let isComparison = place + 1 < tokens.count && tokens[place + 1] == .sign("=")
                return !isComparison && tokens[place - 1] != .sign("!") && tokens[place - 1] != .sign("=")
            case .sign(let sign) where depth == 0:
                // What may stand between a name and the sign that assigns to it.
                guard ".!?+-*/%&|^<>".contains(sign) else { return false }
            case .word where depth == 0:
                guard tokens[place - 1] == .sign(".") else { return false }
            default: break
            }
        }
        return false
    }

    /// The libraries whose functions may be called by their full names.
    private static let libraries: Set<String> = [
        "CoreFoundation", "Dispatch", "Foundation", "FoundationEssentials", "Glibc",
    ]

    /// Names of Foundation that keep state for the whole process.
    private static let shared: Set<String> = [
        "Glibc", "HTTPCookieStorage", "NSLocale", "NSTimeZone", "NotificationCenter", "URLCache",
        "URLProtocol",
        "URLSession", "UserDefaults", "errno", "fileDescriptor", "standardError", "standardInput",
        "standardOutput",
    ]

    /// Names by which something goes on when the piece has ended.
    private static let lasting: Set<String> = [
        "DispatchQueue", "DispatchSource", "DispatchWorkItem", "OperationQueue", "Process", "RunLoop", "Task",
        "Thread", "Timer", "at_quick_exit", "atexit", "fork", "on_exit", "posix_spawn", "pthread_create",
        "sigaction",
        "signal", "vfork",
    ]

    /// Functions of the standard library and of the mathematical one, which change nothing that is not handed to them.
    static let harmless: Set<String> = [
        "abs", "acos", "acosh", "asin", "asinh", "assert", "assertionFailure", "atan", "atan2", "atanh",
        "cbrt", "ceil",
        "copysign", "cos", "cosh", "debugPrint", "dump", "erf", "erfc", "exp", "exp10", "exp2", "expm1",
        "fabs",
        "fatalError", "fdim", "floor", "fma", "fmax", "fmin", "fmod", "frexp", "hypot", "ilogb",
        "isKnownUniquelyReferenced", "ldexp", "log", "log10", "log1p", "log2", "logb", "max", "min", "modf",
        "nextafter", "numericCast", "pow", "precondition", "preconditionFailure", "print", "readLine",
        "remainder",
        "repeatElement", "rint", "round", "scalbn", "sequence", "sin", "sinh", "sqrt", "stride", "swap",
        "tan", "tanh",
        "tgamma", "trunc", "type", "unsafeBitCast", "unsafeDowncast", "withCheckedContinuation",
        "withDiscardingTaskGroup",
        "withExtendedLifetime", "withTaskGroup", "withThrowingDiscardingTaskGroup", "withThrowingTaskGroup",
        "withUnsafeBytes", "withUnsafeMutableBytes", "withUnsafeMutablePointer", "withUnsafePointer",
        "withUnsafeTemporaryAllocation", "withoutActuallyEscaping", "zip",
    ]
}
