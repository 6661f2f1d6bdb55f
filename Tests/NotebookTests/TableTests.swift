import Notebook
import Testing

struct TableTests {
    struct Applicant {
        var age: Int
        var amount: Double
        var purpose: String?
        var risk: Double
    }

    static let applicants = (0..<25).map { index in
        Applicant(
            age: 20 + index, amount: 1_000 + 137.5 * Double(index),
            purpose: index.isMultiple(of: 3) ? nil : "car",
            risk: 0.04 * Double(index))
    }

    static func expect(_ name: String, _ table: Table) throws {
        try expectFixture("table-\(name).txt", table.text)
        try expectFixture("table-\(name).html", table.html)
    }

    @Test("elements with columns of closures and of properties")
    func elements() throws {
        try Self.expect(
            "elements",
            Table("Applicants & their risk", Self.applicants, limit: 4) {
                Column("age", \.age)
                Column("amount", .grouped) { $0.amount }
                Column("purpose") { $0.purpose }
                Column("risk", .percent(1)) { $0.risk }
            })
    }

    @Test("rows of any values, wide letters, negative numbers, an empty place")
    func rows() throws {
        let rows: [[Any?]] = [["日本語", 1.5, 3], ["👍🏽 fine", -12.25, -4], ["é", nil, 0]]
        try Self.expect("rows", Table(columns: ["text", "number", "count"], rows: rows))
    }

    @Test("links, one and several, are text in the terminal")
    func links() {
        let table = Table(["a", "b"]) {
            Column("name") { $0 }
            Column("in") { name in
                name == "a" ? [Link("8", to: "08-x.md"), Link("<9>", to: "#\"y\"")] : [Link]()
            }
            Column("first") { Link("§" + $0, to: "08-x.md#sec") }
        }
        #expect(
            table.text == """
                name  in      first
                ───────────────────
                a     8, <9>  §a
                b             §b
                """)
        #expect(
            table.html.contains(
                """
                <td><a href="08-x.md">8</a>, <a href="#&quot;y&quot;">&lt;9&gt;</a></td>\
                <td><a href="08-x.md#sec">§a</a></td></tr>
                """))
        #expect(table.html.contains("<td>b</td><td></td>"))
    }

    @Test("everything is escaped")
    func escaping() throws {
        let script = "<script>alert(\"1\" + '2')</script> & more"
        let table = Table(script, columns: [TableHeading(script)], rows: [[script], [[script: script]]])
        #expect(!table.html.contains("<script"))
        try Self.expect("escaping", table)
    }

    @Test("pairs keep their order, dictionaries that of their keys")
    func pairs() {
        let literal = Table(
            ["planted": 0.742, "honest": 0.743], columns: "model", .column("accuracy", .percent(1)))
        #expect(
            literal.text == """
                model    accuracy
                ─────────────────
                planted    74.2\u{A0}%
                honest     74.3\u{A0}%
                """)
        let tuples = Table("Two", [("b", 1), ("a", 2)], columns: "key", "value")
        #expect(tuples.text == "Two\nkey  value\n──────────\nb        1\na        2")
        let dictionary = ["b": 1, "a": 2]
        #expect(
            Table(dictionary, columns: "key", "value").text
                == "key  value\n──────────\na        2\nb        1")
    }

    @Test(
        "a column without a style",
        arguments: [
            ([0.5, 0.25, 0.125], ["0.500", "0.250", "0.125"]),
            ([1.0, 2.0, 30.0], ["1", "2", "30"]),
            ([0.1 + 0.2, 0.74163], ["0.3000", "0.7416"]),
            ([123.456789, 0.5], ["123.5", "0.5"]),
            ([0.0625, 0.003906, 0.000244], ["0.06250", "0.00391", "0.00024"]),
            ([0.0625, 0.0001], ["0.0625", "0.0001"]),
            ([0.0625, 0.00012345], ["0.06250", "0.00012"]),
            ([1e-9, 1], ["1.00 × 10⁻⁹", "1.00"]),
            ([0, 1e-9, 1], ["0", "1.00 × 10⁻⁹", "1.00"]),
            ([1e20], ["1.00 × 10²⁰"]),
            ([.nan, 0.5], ["NaN", "0.5"]),
            ([0, 0], ["0", "0"]),
        ])
    func automaticStyle(values: [Double], texts: [String]) {
        let lines = Table(values) { Column("value") { $0 } }.text.split(separator: "\n").dropFirst(2)
        #expect(lines.map { $0.drop { $0 == " " } } == texts.map { $0[...] })
    }

    @Test("more rows than shown are counted")
    func limit() {
        let one = Table(0..<21) { Column("n") { $0 } }
        #expect(one.text.hasSuffix("19\n… 1 more row"))
        let many = Table(0..<2_020) { Column("n") { $0 } }
        #expect(many.text.hasSuffix("19\n… 2,000 more rows"))
        #expect(!Table(0..<20) { Column("n") { $0 } }.text.contains("more"))
    }

    @Test("columns may depend on conditions and loops, rows may be missing")
    func builder() {
        let isShort = Bool.random() || true
        let table = Table([Int]()) {
            Column("n") { $0 }
            if isShort { Column("half") { $0 / 2 } }
            for power in 2...3 { Column("power \(power)") { $0 * power } }
        }
        #expect(table.text.hasPrefix("n  half  power 2  power 3\n"))
        #expect(table.text.split(separator: "\n").count == 2)
    }
}
