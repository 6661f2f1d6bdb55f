/// The names of the environment variables by which the engine and a chapter's program agree.
public enum ProgramEnvironment {
    /// The number of the open descriptor that takes records.
    public static let recordsDescriptor = "BOOK_RECORDS_DESCRIPTOR"
    /// The number of the open descriptor from which the program reads its `ProgramHandover`, once.
    public static let handoverDescriptor = "BOOK_HANDOVER_DESCRIPTOR"
    /// The folder that holds `Chapters/`, as the program sees it.
    public static let root = "BOOK_ROOT"
    /// The folder of the values that cells with the flag `keep` store, and of those that are read again.
    public static let keptFolder = "BOOK_KEPT"
    /// The exit status of a program that cannot read a stored value.
    public static let lostValueStatus: Int32 = 115
    /// The exit status of a program that can no longer send records, because their descriptor is closed.
    public static let lostChannelStatus: Int32 = 113
    /// The exit status of a program whose records find no room on the disk.
    public static let fullDiskStatus: Int32 = 114
}
