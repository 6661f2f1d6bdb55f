import Foundation
@_spi(Reflection) import Swift

/// Whether a value holds something that others may change while the variable stays as it is: an object, a closure,
/// memory behind a pointer.
///
/// Where that cannot be told, it does. The engine asks this about each constant of a cell: what no other cell can
/// change need not be computed again when another cell changes.
enum SharedState {
    /// What can be told from a type alone.
    private enum Judgement {
        case never, always
        /// It depends on the value: on which case of an enumeration it is.
        case unknown
    }

    static func isHeld<Value>(by value: Value) -> Bool {
        var budget = 10_000
        return isHeld(by: value, type: Value.self, &budget)
    }

    /// - Parameter budget: how many more parts are looked at before the answer is yes.
    private static func isHeld(by value: Any, type: Any.Type, _ budget: inout Int) -> Bool {
        switch judge(type) {
        case .never: return false
        case .always: return true
        case .unknown: break
        }
        budget -= 1
        guard budget > 0 else { return true }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle != nil || mirror.children.isEmpty else { return true }
        return mirror.children.contains { child in
            isHeld(by: child.value, type: Swift.type(of: child.value), &budget)
        }
    }

    private static func judge(_ type: Any.Type) -> Judgement {
        if leaves.contains(ObjectIdentifier(type)) || type is any SIMD.Type { return .never }
        if let container = type as? any TransparentContainer.Type { return together(container.contents) }
        switch Kind(type) {
        case .structure, .tuple:
            var fields: [Any.Type] = []
            let isKnown = _forEachField(of: type) { _, _, field, _ in
                fields.append(field)
                return true
            }
            return isKnown ? together(fields) : .always
        case .enumeration:
            // Too small for a reference, and nothing to count: a plain list of cases.
            return isSmallAndPlain(type) ? .never : .unknown
        case .other: return .always
        }
    }

    private static func together(_ types: [Any.Type]) -> Judgement {
        var result = Judgement.never
        for type in types {
            switch judge(type) {
            case .never: break
            case .always: return .always
            case .unknown: result = .unknown
            }
        }
        return result
    }

    private static func isSmallAndPlain(_ type: Any.Type) -> Bool {
        func isSmallAndPlain<Value>(_ type: Value.Type) -> Bool {
            _isPOD(type) && MemoryLayout<Value>.size < MemoryLayout<UnsafeRawPointer>.size
        }
        return _openExistential(type, do: isSmallAndPlain)
    }

    /// The kinds of types whose parts can be looked at, by the number in the runtime's description of a type.
    private enum Kind {
        case structure, enumeration, tuple, other

        init(_ type: Any.Type) {
            switch unsafeBitCast(type, to: UnsafePointer<Int>.self).pointee {
            case 0x200: self = .structure
            case 0x201: self = .enumeration
            case 0x301: self = .tuple
            default: self = .other
            }
        }
    }

    /// Types whose values never change, whatever they consist of.
    private static let leaves: Set<ObjectIdentifier> = [
        ObjectIdentifier(Bool.self), ObjectIdentifier(Int.self), ObjectIdentifier(Int8.self),
        ObjectIdentifier(Int16.self), ObjectIdentifier(Int32.self), ObjectIdentifier(Int64.self),
        ObjectIdentifier(Int128.self), ObjectIdentifier(UInt.self), ObjectIdentifier(UInt8.self),
        ObjectIdentifier(UInt16.self), ObjectIdentifier(UInt32.self), ObjectIdentifier(UInt64.self),
        ObjectIdentifier(UInt128.self), ObjectIdentifier(Float.self), ObjectIdentifier(Double.self),
        ObjectIdentifier(String.self), ObjectIdentifier(Substring.self), ObjectIdentifier(Character.self),
        ObjectIdentifier(Unicode.Scalar.self), ObjectIdentifier(StaticString.self),
        ObjectIdentifier(Duration.self), ObjectIdentifier(ContinuousClock.Instant.self),
        ObjectIdentifier(Data.self), ObjectIdentifier(Date.self), ObjectIdentifier(URL.self),
        ObjectIdentifier(UUID.self), ObjectIdentifier(Decimal.self),
    ]
}

/// A container of the standard library that hides storage of its own and holds nothing but its elements.
private protocol TransparentContainer {
    static var contents: [Any.Type] { get }
}

extension Array: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Element.self] }
}
extension ContiguousArray: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Element.self] }
}
extension ArraySlice: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Element.self] }
}
extension Set: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Element.self] }
}
extension Dictionary: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Key.self, Value.self] }
}
extension Optional: TransparentContainer {
    fileprivate static var contents: [Any.Type] { [Wrapped.self] }
}
