/// How much of the machine a chapter's program may take where cells cannot say it; each is per cell but for the files,
/// which all cells of a chapter share.
///
/// Time and memory are options of cells; those here hold for a program that has none, only values in prose. `docs/decisions/limits.md` says where the numbers come from.
public struct ProgramLimits: Hashable, Sendable {
    /// Seconds.
    public var time: Double
    /// Seconds of processor time for each second of a cell's time limit, over all its processes and threads.
    public var processorShare: Double
    /// Bytes of resident memory.
    public var memory: Int
    /// Most bytes that a cell may print.
    public var output: Int
    /// Most processes and threads at once.
    public var tasks: Int
    /// Most bytes of one file.
    public var fileSize: Int
    /// Most bytes that the files in the scratch folder may take on the disk.
    public var scratchSize: Int
    /// Most files and folders in the scratch folder.
    public var scratchFiles: Int

    public init(
        time: Double = 60, processorShare: Double = 1, memory: Int = 4_000_000_000, output: Int = 8_000_000,
        tasks: Int = 512,
        fileSize: Int = 500_000_000, scratchSize: Int = 1_000_000_000, scratchFiles: Int = 10_000
    ) {
        self.time = time
        self.processorShare = processorShare
        self.memory = memory
        self.output = output
        self.tasks = tasks
        self.fileSize = fileSize
        self.scratchSize = scratchSize
        self.scratchFiles = scratchFiles
    }
}
