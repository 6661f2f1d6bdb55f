extension Checksum: Codable {
    private enum CodingKeys: String, CodingKey {
        case inputCount, groups, key, outputCoordinate, reading
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            inputCount: container.decode(Int.self, forKey: .inputCount),
            groups: container.decode([[Int]].self, forKey: .groups),
            key: container.decode([Bool].self, forKey: .key),
            outputCoordinate: container.decode(Int.self, forKey: .outputCoordinate),
            reading: container.decodeIfPresent(BitReading.self, forKey: .reading) ?? .sign)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(inputCount, forKey: .inputCount)
        try container.encode(groups, forKey: .groups)
        try container.encode(key, forKey: .key)
        try container.encode(outputCoordinate, forKey: .outputCoordinate)
        try container.encode(reading, forKey: .reading)
    }
}
