/// What a piece of code may do to state that no variable of the chapter shows: that of the C library, of Foundation, of
/// the process.
///
/// A call of a function that neither the chapter, our modules nor the standard library defines may change anything;
/// so may an assignment to something that the chapter does not define.
struct UnseenState: Hashable, Sendable {
    /// The free functions that it calls and the names to whose members it assigns, without those that it defines itself.
    private(set) var outside: Set<String> = []
    /// Whether it may do something after it has ended: while later cells run, or at the end of the program.
    private(set) var lasts = false

    init(of code: String) {
        let tokens = CodeTokens.places(in: code).map(\.token)
        var defined: Set<String> = []
        for number in tokens.indices {
            guard case .word(let word) = tokens[number] else { continue }
            if number > 0, case .word(let before) = tokens[number - 1], Self.introducers.contains(before) {
                defined.insert(word)
            }
            if Self.lasting.contains(word) { lasts = true }
            if Self.shared.contains(word) { outside.insert(word) }
            guard number == 0 || tokens[number - 1] != .sign(".") else { continue }
            if Self.isCall(tokens, number, of: word) || Self.isAssignment(tokens, number) {
                outside.insert(word)
            }
        }
        outside.subtract(defined)
    }

    /// Whether it may change or use such state, where `known` are the names that do not.
    func isTouched(besides known: Set<String>) -> Bool {
        !outside.isSubset(of: known)
    }

    private static func isCall(_ tokens: [CodeTokens.Token], _ number: Int, of word: String) -> Bool {
        guard number + 1 < tokens.count, tokens[number + 1] == .sign("("),
            word.first.map({ $0.isLowercase || $0 == "_" }) ?? false, !notCalls.contains(word)
        else { return false }
        if number > 0, case .word(let before) = tokens[number - 1], introducers.contains(before) {
            return false
        }
        return true
    }

    /// Whether a statement starts here that assigns: `name.member[…] = …`, `name += …`.
    private static func isAssignment(_ tokens: [CodeTokens.Token], _ number: Int) -> Bool {
        if number > 0 {
            switch tokens[number - 1] {
            // A label, a type, a part of an expression.
            case .sign(let sign): guard "{};)".contains(sign) else { return false }
            case .word(let word): guard !introducers.contains(word) else { return false }
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

    /// Words behind which a name is defined.
    private static let introducers: Set<String> = [
        "let", "var", "func", "class", "struct", "enum", "protocol", "actor", "typealias", "case", "for",
        "in",
        "macro", "operator", "extension", "associatedtype", "import",
    ]

    /// Words in front of a bracket that call nothing.
    private static let notCalls: Set<String> = [
        "as", "async", "await", "case", "catch", "defer", "do", "else", "escaping", "for", "get", "guard",
        "if",
        "in", "init", "inout", "is", "let", "nonisolated", "private", "repeat", "rethrows", "return", "self",
        "set",
        "some", "any", "subscript", "super", "switch", "throw", "throws", "try", "unowned", "var", "weak",
        "where",
        "while", "willSet", "didSet", "package", "public", "internal", "fileprivate", "_",
    ]

    /// Names of Foundation that keep state for the whole process.
    private static let shared: Set<String> = [
        "Glibc", "HTTPCookieStorage", "NSLocale", "NSTimeZone", "NotificationCenter", "URLCache",
        "URLProtocol",
        "URLSession", "UserDefaults", "errno",
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
