extension PicturePath {
    /// Reads commands and numbers.
    struct Scanner {
        private let bytes: [UInt8]
        private var place = 0

        init(_ text: String) {
            bytes = Array(text.utf8)
        }

        var isAtEnd: Bool { place == bytes.count }

        private mutating func skip() {
            while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x2C || bytes[place] == 0x0A {
                place += 1
            }
        }

        mutating func command() -> Character? {
            skip()
            guard place < bytes.count else { return nil }
            let character = Character(Unicode.Scalar(bytes[place]))
            guard character.isLetter else { return nil }
            place += 1
            return character
        }

        var hasNumber: Bool {
            mutating get {
                skip()
                return place < bytes.count && "+-.0123456789".utf8.contains(bytes[place])
            }
        }

        mutating func numbers(_ count: Int, areArc: Bool) -> [Double]? {
            var numbers: [Double] = []
            for index in 0..<count {
                skip()
                let isFlag = areArc && (index == 3 || index == 4)
                guard let number = isFlag ? flag() : number() else { return nil }
                numbers.append(number)
            }
            return numbers
        }

        private mutating func flag() -> Double? {
            guard place < bytes.count, "01".utf8.contains(bytes[place]) else { return nil }
            place += 1
            return bytes[place - 1] == UInt8(ascii: "1") ? 1 : 0
        }

        private mutating func number() -> Double? {
            let start = place
            var (sawDot, sawExponent) = (false, false)
            while place < bytes.count {
                let byte = bytes[place]
                let isAfterE = place > start && (bytes[place - 1] | 0x20) == UInt8(ascii: "e")
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): break
                case UInt8(ascii: "+"), UInt8(ascii: "-"):
                    guard place == start || isAfterE else { return Double(text(from: start)) }
                case UInt8(ascii: "."):
                    guard !sawDot, !sawExponent else { return Double(text(from: start)) }
                    sawDot = true
                case UInt8(ascii: "e"), UInt8(ascii: "E"):
                    guard !sawExponent else { return nil }
                    sawExponent = true
                default: return Double(text(from: start))
                }
                place += 1
            }
            return Double(text(from: start))
        }

        private func text(from start: Int) -> String {
            String(decoding: bytes[start..<place], as: UTF8.self)
        }
    }
}
