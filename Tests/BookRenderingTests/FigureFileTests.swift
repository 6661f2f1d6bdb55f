import BookModel
import BookRendering
import Foundation
import Testing

@Suite("The files beside a figure")
struct FigureFileTests {
    private let folder: TemporaryFolder
    private let python: URL

    init() throws {
        folder = try TemporaryFolder()
        python = try FakeConverter.make(
            in: folder.url, svg: "<svg width=\"9\" height=\"9\"></svg>", library: "library();")
    }

    private func csv(_ specification: String) throws -> String? {
        try FakeConverter.site(specification, python).text(of: "assets/figures/x/fig-x.csv")
    }

    @Test(
        "data as CSV",
        arguments: [
            #"{"data": {"values": [{"b": 1.50, "a": "x"}, {"a": null, "c": true}]}, "mark": "bar"}"#:
                "b,a,c\r\n1.50,x,\r\n,,true\r\n",
            #"{"datasets": {"d": [{"a": 1}]}, "data": {"name": "d"}, "mark": "bar"}"#: "a\r\n1\r\n",
            #"{"data": {"values": [3, "x"]}, "mark": "bar"}"#: "data\r\n3\r\nx\r\n",
            // Text that a spreadsheet would run, and text that only looks so.
            #"{"data": {"values": [{"a": "=1+1"}, {"a": "+x"}, {"a": "@x"}, {"a": "-0.5"}, {"a": -1}]}, "mark": "bar"}"#:
                "a\r\n'=1+1\r\n'+x\r\n'@x\r\n-0.5\r\n-1\r\n",
            #"{"data": {"values": [{"a": "\tx"}, {"a": "a\"b"}, {"a": "a,b"}, {"a": "a\nb"}]}, "mark": "bar"}"#:
                "a\r\n'\tx\r\n\"a\"\"b\"\r\n\"a,b\"\r\n\"a\nb\"\r\n",
            #"{"data": {"values": [{"=a": [1, 2]}, {"=a": {"x": 1}}]}, "mark": "bar"}"#:
                "'=a\r\n1 2\r\n\"{\"\"x\"\":1}\"\r\n",
            // Titles of axes, where one field has them.
            #"{"data": {"values": [{"a": 1, "b": 2}]}, "mark": "bar", "encoding": {"y": {"field": "a", "title": "up"}, "x": {"field": "b", "axis": {"title": "along"}}}}"#:
                "along,up\r\n2,1\r\n",
            #"{"data": {"values": [{"x": 1, "x2": 2, "y": 3}]}, "mark": "rect", "encoding": {"x": {"field": "x", "title": "t"}, "x2": {"field": "x2"}, "y": {"field": "y", "title": "u"}}}"#:
                "t,t: x2,u\r\n1,2,3\r\n",
            #"{"data": {"values": [{"a": 1, "b": 2}]}, "mark": "bar", "encoding": {"x": {"field": "a", "title": "t"}, "y": {"field": "b", "title": "t"}}}"#:
                "t: a,t: b\r\n1,2\r\n",
            // Layers and plots are told apart; notes are no data.
            #"{"layer": [{"data": {"values": [{"a": 1}]}, "mark": "line", "encoding": {"color": {"datum": "one"}}}, {"data": {"values": [{"a": 2}]}, "mark": {"type": "point"}}, {"data": {"values": [{"z": 1}]}, "mark": {"type": "text", "text": "note"}}, {"data": {"values": [{}]}, "mark": "rule"}]}"#:
                "series,mark,a\r\none,line,1\r\n,point,2\r\n",
            #"{"hconcat": [{"title": "one", "data": {"values": [{"a": 1}]}, "mark": "bar"}, {"data": {"values": [{"a": 2}]}, "mark": "bar"}]}"#:
                "plot,a\r\none,1\r\n2,2\r\n",
        ])
    func isWhatTheSpecificationHolds(specification: String, expected: String) throws {
        #expect(try csv(specification) == expected)
    }

    @Test(
        "no data, no file and no link",
        arguments: [
            "{}", "no JSON", #"{"data": {"url": "x.csv"}}"#, #"{"data": {"values": []}}"#,
            #"{"data": {"values": "a,b"}}"#, String(repeating: "[", count: 5000), #"{"a": 1e999}"#,
        ])
    func withoutData(specification: String) throws {
        let site = try FakeConverter.site(specification, python)
        #expect(!site.files.keys.contains { $0.hasSuffix(".csv") })
        #expect(site.text(of: "x.html")?.contains(".csv") == false)
    }

    @Test("a link below the picture, named after page and figure, with its size")
    func isOffered() throws {
        let specification = #"{"data": {"values": [{"a": 1}]}, "title": "T <1>"}"#
        let site = try FakeConverter.site(specification, specification, python: python, stem: "7 #x")
        let page = try #require(site.text(of: "7 #x.html"))
        #expect(
            page.contains(
                """
                <p class="figure-tools" data-look="assets/figures/7%20%23x.js" data-figure="fig-x" \
                data-title="T &lt;1&gt;"><a href="assets/figures/7%20%23x/fig-x.csv" download="7 #x-fig-x.csv" \
                type="text/csv">Data <span class="file-kind">CSV, 0.0 kB</span></a></p>
                """))
        // Nothing of a figure may follow its caption.
        let caption = try #require(page.firstRange(of: "<figcaption>"))
        #expect(page[..<caption.lowerBound].contains("class=\"figure-tools\""))
        // A second figure of the cell has a name of its own.
        #expect(page.contains("data-figure=\"fig-x-2\""))
        #expect(site.text(of: "assets/figures/7 #x/fig-x-2.csv") == "a\r\n1\r\n")
    }

    @Test(
        "the closer look's files come with the first figure, and its specification cannot end a line of script"
    )
    func filesOfTheLook() throws {
        let site = try FakeConverter.site(
            #"{"description": "a\u2028</script>", "data": {"values": [{"a": 1}]}}"#, python)
        #expect(site.text(of: "assets/vega.js") == "library();")
        #expect(site.text(of: "assets/look.js")?.contains("window.bookLook") == true)
        #expect(
            site.text(of: "assets/figures/x.js") == #"""
                bookFigures["assets/figures/x.js"] = {
                "fig-x": {"spec":{"description":"a\u2028\u003c/script>","data":{"values":[{"a":1}]}},"table":{"columns":["a"],"rows":[[1]],"count":1}}
                };

                """#)
    }

    @Test("without the library there is the data and no closer look")
    func withoutTheLibrary() throws {
        let other = try TemporaryFolder()
        let python = try FakeConverter.make(in: other.url, svg: "<svg width=\"9\" height=\"9\"></svg>")
        let site = try FakeConverter.site(#"{"data": {"values": [{"a": 1}]}}"#, python)
        #expect(site.files.keys.filter { $0.hasPrefix("assets/figures") } == ["assets/figures/x/fig-x.csv"])
        #expect(site.files["assets/vega.js"] == nil)
        #expect(site.text(of: "x.html")?.contains("data-look") == false)
    }

    @Test(
        "what loads, leads away or listens is left out",
        arguments: [
            #"{"usermeta": {"embedOptions": {}}, "$schema": "http://a"}"#: "{}",
            #"{"data": {"url": "http://a/x.csv"}}"#: #"{"data":{}}"#,
            #"{"transform": [{"lookup": "a", "from": {"data": {"url": "http://a"}, "key": "k"}}]}"#:
                #"{"transform":[{"lookup":"a","from":{"data":{}}}]}"#,
            #"{"mark": {"type": "point", "href": "javascript:x", "cursor": "url(http://a)"}}"#:
                #"{"mark":{"type":"point"}}"#,
            #"{"encoding": {"href": {"field": "h"}, "url": {"field": "u"}, "x": {"field": "a"}}}"#:
                #"{"encoding":{"x":{"field":"a"}}}"#,
            #"{"layer": [{"mark": "image"}, {"mark": {"type": "image"}}, {"mark": "bar"}]}"#:
                #"{"layer":[{"mark":"bar"}]}"#,
            #"{"params": [{"name": "p", "select": "point"}, {"name": "q", "value": 1, "bind": {"input": "range"}}]}"#:
                #"{"params":[{"name":"q","value":1}]}"#,
            #"{"config": {"signals": [{"name": "s"}], "events": {}, "bar": {"href": "x"}}}"#:
                #"{"config":{"bar":{}}}"#,
            #"{"__proto__": {"a": 1}, "data": {"values": [{"__proto__": 1, "url": "u"}]}}"#:
                #"{"data":{"values":[{"url":"u"}]}}"#,
        ])
    func specificationsAreStripped(specification: String, expected: String) throws {
        let script = try #require(
            try FakeConverter.site(specification, python).text(of: "assets/figures/x.js"))
        let match = try #require(script.firstMatch(of: /"spec":(.*),"table":/))
        #expect(String(match.output.1) == expected)
    }
}
