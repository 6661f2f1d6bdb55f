import CellProtocol
import Foundation

extension _Program {
    /// The most bytes that a value may take which is kept without being asked.
    private static let smallSize = 8192

    /// Tells the engine about a variable at the end of the cell that defines it: whether other cells could change what
    /// it holds, and its value where that is small.
    public static func note<Value>(_ name: String, _ value: Value) {
        // By the type, not the value: an optional would be looked into.
        let isSmall = Value.self is any SmallValue.Type
        let stored = isSmall ? (value as? any SmallValue).flatMap { smallValue($0) } : nil
        ProgramRecorder.send(
            .variable(
                name: name, type: String(reflecting: Value.self),
                holdsSharedState: SharedState.isHeld(by: value), value: stored))
    }

    private static func smallValue(_ value: some SmallValue) -> String? {
        guard value.storedSize <= smallSize, let bytes = try? ValueEncoder.encode(value) else { return nil }
        return Data(bytes).base64EncodedString()
    }

    /// A variable that cannot be copied: nothing is known about it.
    public static func note<Value: ~Copyable & ~Escapable>(_ name: String, _ value: borrowing Value) {
        ProgramRecorder.send(.variable(name: name, type: "", holdsSharedState: true, value: nil))
    }

    /// Stores a variable of a cell with the flag `keep`, and checks that it comes back equal.
    public static func keep<Value: Codable>(_ name: String, _ value: Value) {
        ProgramRecorder.send(KeptValues.keep(value, name: name))
    }

    /// A variable of a cell with the flag `keep` whose type is not `Codable`.
    public static func keep<Value: ~Copyable & ~Escapable>(_ name: String, _ value: borrowing Value) {
        ProgramRecorder.send(.notKept(name: name, reason: "its type is not Codable"))
    }

    /// The value of a variable that an earlier run of its cell stored.
    public static func kept<Value: Codable>(_ number: Int) -> Value {
        KeptValues.read(number)
    }
}

/// The files of kept values.
private enum KeptValues {
    static func keep<Value: Codable>(_ value: Value, name: String) -> ProgramEvent {
        func refuse(_ reason: String) -> ProgramEvent { .notKept(name: name, reason: reason) }
        if SharedState.isHeld(by: value) {
            return refuse("it is or holds an object, which others may change; only values can be kept")
        }
        do {
            let bytes = try ValueEncoder.encode(value)
            let copy = try ValueDecoder.decode(Value.self, from: bytes)
            guard try ValueEncoder.encode(copy) == bytes, isEqual(value, copy) else {
                return refuse("it does not come back equal after it is stored")
            }
            guard let folder = ProcessInfo.processInfo.environment[ProgramEnvironment.keptFolder] else {
                return refuse("there is no folder for it")
            }
            let file = ContiguousArray(name.utf8).map { String($0, radix: 16) }.joined(separator: "-")
            try Data(bytes).write(to: URL(filePath: "\(folder)/\(file)"))
            return .kept(name: name, type: String(reflecting: Value.self), file: file)
        } catch {
            return refuse("it cannot be stored: \(error)")
        }
    }

    /// Whether two values are equal, as far as their type can say; not a number is not equal even to itself.
    private static func isEqual<Value>(_ left: Value, _ right: Value) -> Bool {
        guard let left = left as? any Equatable else { return true }
        func isEqual<Compared: Equatable>(_ left: Compared) -> Bool {
            guard left == left, let right = right as? Compared else { return true }
            return left == right
        }
        return isEqual(left)
    }

    static func read<Value: Codable>(_ number: Int) -> Value {
        let folder = ProcessInfo.processInfo.environment[ProgramEnvironment.keptFolder] ?? ""
        do {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(number)"))
            return try ValueDecoder.decode(Value.self, from: Array(bytes))
        } catch {
            ProgramRecorder.send(.lostValue(number: number))
            exit(ProgramEnvironment.lostValueStatus)
        }
    }
}
