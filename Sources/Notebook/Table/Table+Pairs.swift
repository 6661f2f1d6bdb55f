extension Table {
    /// A table of pairs, in their order.
    ///
    ///     Table(["honest": 0.743, "planted": 0.742], columns: "model", .column("accuracy", .percent(1)))
    public init<Key, Value>(
        _ title: String?, _ pairs: KeyValuePairs<Key, Value>, columns first: TableHeading,
        _ second: TableHeading, limit: Int = 20
    ) {
        self.init(title, columns: [first, second], rows: pairs.map { [$0.key, $0.value] }, limit: limit)
    }

    /// A table of pairs, in their order.
    public init<Key, Value>(
        _ title: String?, _ pairs: some Sequence<(Key, Value)>, columns first: TableHeading,
        _ second: TableHeading, limit: Int = 20
    ) {
        self.init(title, columns: [first, second], rows: pairs.map { [$0.0, $0.1] }, limit: limit)
    }

    /// A table of a dictionary, in the order of its keys.
    @_disfavoredOverload
    public init<Key: Comparable, Value>(
        _ title: String?, _ dictionary: [Key: Value], columns first: TableHeading,
        _ second: TableHeading, limit: Int = 20
    ) {
        let pairs = dictionary.sorted { $0.key < $1.key }
        self.init(title, columns: [first, second], rows: pairs.map { [$0.key, $0.value] }, limit: limit)
    }

    /// The same without a title.
    public init<Key, Value>(
        _ pairs: KeyValuePairs<Key, Value>, columns first: TableHeading, _ second: TableHeading,
        limit: Int = 20
    ) {
        self.init(nil, pairs, columns: first, second, limit: limit)
    }

    /// The same without a title.
    public init<Key, Value>(
        _ pairs: some Sequence<(Key, Value)>, columns first: TableHeading, _ second: TableHeading,
        limit: Int = 20
    ) {
        self.init(nil, pairs, columns: first, second, limit: limit)
    }

    /// The same without a title.
    @_disfavoredOverload
    public init<Key: Comparable, Value>(
        _ dictionary: [Key: Value], columns first: TableHeading, _ second: TableHeading, limit: Int = 20
    ) {
        self.init(nil, dictionary, columns: first, second, limit: limit)
    }
}
