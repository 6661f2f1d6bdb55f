import CCmark

/// A tree that libcmark made of Markdown text; freed with this object.
final class CmarkDocument {
    let root: CmarkNode

    init?(parsing bytes: [UInt8]) {
        let pointer = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(
                buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_SOURCEPOS)
        }
        guard let pointer else { return nil }
        root = CmarkNode(pointer: pointer)
    }

    deinit {
        cmark_node_free(root.pointer)
    }
}

/// A node of a `CmarkDocument`, valid as long as that is.
struct CmarkNode {
    let pointer: OpaquePointer

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The first number of a numbered list; `nil` for bullets.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
            ? Int(cmark_node_get_list_start(pointer)) : nil
    }
    var literal: [UInt8] { Self.bytes(cmark_node_get_literal(pointer)) }
    var url: [UInt8] { Self.bytes(cmark_node_get_url(pointer)) }
    var title: [UInt8] { Self.bytes(cmark_node_get_title(pointer)) }

    var children: AnySequence<CmarkNode> {
        AnySequence(
            sequence(state: cmark_node_first_child(pointer)) { next in
                guard let pointer = next else { return nil }
                next = cmark_node_next(pointer)
                return CmarkNode(pointer: pointer)
            })
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
        guard let string else { return [] }
        var count = 0
        while string[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: string, count: count).map(UInt8.init(bitPattern:))
    }
}
