import BookExport
import Testing

@Suite("WebAddress")
struct WebAddressTests {
    @Test(
        "valid",
        arguments: [
            ("https://example.org/a_(b)?q=1&r=2#x", "https://example.org/a_(b)?q=1&r=2#x"),
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/ü", "https://example.org/%C3%BC"),
            ("HTTP://EXAMPLE.org", "HTTP://EXAMPLE.org"), ("https://[::1]/", "https://[::1]/"),
            ("https://exa mple.org/", nil), ("https://[bad/", nil),
            ("https://example.org/%zz", "https://example.org/%25zz"),
            ("https:///nobody", nil), ("javascript:alert(1)", nil), ("data:text/html,x", nil),
            ("a/b.csv", nil),
            ("", nil),
        ] as [(String, String?)])
    func isEncodedOrRefused(_ address: String, _ expected: String?) {
        #expect(WebAddress.valid(address) == expected)
    }
}
