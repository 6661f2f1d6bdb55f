/// State that no variable of a chapter shows: what the names in a piece of code say about it.
enum UnseenState {
    /// Whether the code may use state that the C library or Foundation keeps for the whole process.
    static func isUsed(by words: SourceWords) -> Bool {
        !shared.isDisjoint(with: words.names)
    }

    /// Whether the code may leave something running behind it, which changes things while later cells run.
    static func leavesWork(_ words: SourceWords) -> Bool {
        !background.isDisjoint(with: words.names)
    }

    private static let shared: Set<String> = [
        "Glibc", "alarm", "atexit", "close", "dlopen", "dlsym", "drand48", "dup", "dup2", "erand48", "fcntl",
        "lrand48", "mmap", "mrand48", "rand", "random", "seed48", "setitimer", "setlocale", "setrlimit",
        "sigaction", "signal", "sigprocmask", "srand", "srand48", "srandom", "strtok", "umask",
        "NotificationCenter", "URLCache", "UserDefaults",
    ]

    private static let background: Set<String> = [
        "DispatchQueue", "DispatchSource", "DispatchWorkItem", "OperationQueue", "Process", "RunLoop", "Task",
        "Thread", "Timer", "fork", "posix_spawn", "pthread_create", "vfork",
    ]
}
