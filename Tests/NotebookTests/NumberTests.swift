import Notebook
import Testing

struct NumberTests {
    @Test(
        "number style",
        arguments: [
            (0.7434, NumberStyle.percent(1), "74.3\u{A0}%"),
            (1.0, .percent(0), "100\u{A0}%"),
            (0.0625, .decimals(3), "0.062"),
            (-0.0001, .decimals(2), "0.00"),
            (2.5, .decimals(0), "2"),
            (3.1e-5, .scientific(1), "3.1 × 10⁻⁵"),
            (-6.02214e23, .scientific(2), "-6.02 × 10²³"),
            (0.0, .scientific(1), "0.0"),
            (7.25, .scientific(2), "7.25"),
            (9.9999, .scientific(1), "1.0 × 10¹"),
            (0.031, .significant(3), "0.0310"),
            (0.9996, .significant(3), "1.00"),
            (12345, .significant(2), "12000"),
            (1.5e-9, .significant(2), "1.5 × 10⁻⁹"),
            (0.0, .significant(3), "0.00"),
            (1234567.6, .grouped, "1,234,568"),
            (-1234.0, .grouped, "-1,234"),
            (999.0, .grouped, "999"),
            (1.0 / 3, .automatic, "0.333333"),
            (0.5, .automatic, "0.5"),
            (1e-7, .automatic, "1e-07"),
            (-0.0, .automatic, "0"),
            (Double.nan, .percent(1), "NaN"),
            (Double.infinity, .grouped, "∞"),
            (-Double.infinity, .decimals(2), "-∞"),
        ])
    func writesTheNumber(value: Double, style: NumberStyle, text: String) {
        #expect(style.text(value) == text)
    }

    @Test("numbers in prose have a true minus sign")
    func prose() {
        #expect(0.743.percent == "74.3\u{A0}%")
        #expect(0.74256.percent(2) == "74.26\u{A0}%")
        #expect((-0.5).decimals(1) == "−0.5")
        #expect(Float(0.25).decimals(2) == "0.25")
        #expect(0.031.significant(3) == "0.0310")
        #expect(3.1e-5.scientific == "3.1 × 10⁻⁵")
        #expect(0.00024414.scientific(2) == "2.44 × 10⁻⁴")
        #expect(1_000_000.grouped == "1,000,000")
        #expect((-1_000).grouped == "−1,000")
        #expect(UInt64.max.grouped == "18,446,744,073,709,551,615")
        #expect(1e6.grouped == "1,000,000")
        #expect((-2.0).written(.automatic) == "−2")
    }
}
