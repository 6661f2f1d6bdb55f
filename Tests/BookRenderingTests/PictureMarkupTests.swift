import BookModel
import BookRendering
import Foundation
import Testing

@Suite("The markup of pictures")
struct PictureMarkupTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a page draws for the inside of a picture that the converter gives.
    private func drawn(_ inside: String) throws -> String {
        let python = try FakeConverter.make(
            in: folder.url, svg: "<svg width=\"9\" height=\"9\">\(inside)</svg>")
        let page = try FakeConverter.site(#"{"description": "d"}"#, python).text(of: "x.html") ?? ""
        return page.firstMatch(of: /<\/desc>([\s\S]*)<\/svg>/).map { String($0.output.1) } ?? "no picture"
    }

    @Test(
        "numbers keep what can be seen",
        arguments: [
            "M10.123456,20.987654L12.5,0.004": "M10.12 20.99l2.38-20.99",
            // Every place is rounded by itself: a hundred thirds end where they should.
            "M0,0l0.333,0l0.333,0l0.334,0": "M0 0h.33 .34 .33",
            "M0,0H10V5h-10Z": "M0 0h10v5h-10z",
            "M0,0C1.001,2,3,4,5,6S1,1,2,2": "M0 0c1 2 3 4 5 6s-4-5-3-4",
            "M0,0Q1,2,3,4T5,5": "M0 0q1 2 3 4t2 1",
            "M0,0L1e-3,100": "M0 0v100",
            "M1,1L1,1": "M1 1l0 0",
            "M0,0A2,2,0,1,1,4,0": "M0 0a2 2 0 1 1 4 0",
            "M1,1 2,2 3,3": "M1 1l1 1 1 1",
            // What cannot be read is left as it is.
            "M0,0L5": "M0,0L5",
            "M0,0L1e12,5": "M0,0L1e12,5",
            "not a path": "not a path",
        ])
    func pathsAreShort(data: String, expected: String) throws {
        let path = "<path d=\"\(expected)\" stroke=\"var(--figure-blue)\"/>"
        #expect(try drawn("<path d=\"\(data)\" stroke=\"#1b4fa8\"/>") == path)
    }

    @Test(
        "what says nothing is left out",
        arguments: [
            "<g><g transform=\"translate(0,0)\"><text>x</text></g></g>": "<text>x</text>",
            "<path d=\"\" display=\"none\"/>": "",
            "<path d=\"M0,0h0v0h0Z\"/>": "",
            "<g fill=\"none\"><path d=\"M0,0h5v5h-5Z\"/></g>": "",
            "<text opacity=\"1\" text-anchor=\"start\" font-weight=\"normal\" font-size=\"12px\">x</text>":
                "<text font-size=\"12\">x</text>",
            // Leaving it out would give what a group around it says.
            "<g text-anchor=\"end\"><text text-anchor=\"start\">x</text></g>":
                "<g text-anchor=\"end\"><text text-anchor=\"start\">x</text></g>",
            "<text/>": "",
            "<text transform=\"translate(3.14159,12)\">x</text>": "<text x=\"3.14\" y=\"12\">x</text>",
            "<text transform=\"translate(3,12) rotate(-90)\">x</text>":
                "<text transform=\"translate(3,12) rotate(-90)\">x</text>",
            "<g transform=\"translate(1,2)\"><g transform=\"translate(3.5,4)\"><text>x</text></g></g>":
                "<g transform=\"translate(4.5,6)\"><text>x</text></g>",
            "<rect x=\"0\" width=\"2.00001\" height=\"3\" fill=\"rgb(68, 1, 84)\"/>":
                "<rect width=\"2\" height=\"3\" fill=\"#440154\"/>",
        ])
    func nothingIsSaidTwice(inside: String, expected: String) throws {
        #expect(try drawn(inside) == expected)
    }

    @Test("lines of one colour are one path, in their order")
    func linesAreJoined() throws {
        let lines = [0, 10, 20].map {
            "<line transform=\"translate(0,\($0))\" x2=\"50\" y2=\"0\" stroke=\"#e4dfd3\" stroke-width=\"1\"/>"
        }
        #expect(
            try drawn(lines.joined()) == "<path d=\"M0 0h50M0 10h50M0 20h50\" stroke=\"var(--figure-grid)\"/>"
        )
        let other = "<line x2=\"5\" y2=\"0\" stroke=\"#8a8478\"/>"
        #expect(
            try drawn(lines[0] + other + lines[1]).components(separatedBy: "<path").count == 4)
    }

    @Test("neighbouring fields of one colour are one path; what shows through is not")
    func rectanglesAreJoined() throws {
        func field(_ x: Int, _ more: String) -> String { "<path d=\"M\(x),0h10v5h-10Z\" \(more)/>" }
        let two = field(0, "fill=\"#111\"") + field(10, "fill=\"#111\"")
        #expect(try drawn(two) == "<path d=\"M0 0h10v5h-10zM10 0h10v5h-10z\" fill=\"#111\"/>")
        let clear = field(0, "fill=\"#111\" opacity=\"0.5\"") + field(5, "fill=\"#111\" opacity=\"0.5\"")
        #expect(
            try drawn(clear) == """
                <g fill="#111" fill-opacity="0.5"><path d="M0 0h10v5h-10z"/><path d="M5 0h10v5h-10z"/></g>
                """)
        // Drawn the other way around, the two would cancel where they overlap.
        let turned = "<path d=\"M0,0h10v5h-10Z\" fill=\"#111\"/><path d=\"M0,0v5h10v-5Z\" fill=\"#111\"/>"
        #expect(try drawn(turned).components(separatedBy: "<path").count == 3)
    }

    @Test("marks become circles, and what they share stands once")
    func marksAreShort() throws {
        let marks = [1, 2].map {
            """
            <path transform="translate(\($0),5.123456)" d="M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0" fill="#1b4fa8" \
            stroke-width="2" opacity="0.5"/>
            """
        }
        #expect(
            try drawn(marks.joined()) == """
                <g fill="var(--figure-blue)" fill-opacity="0.5"><circle cx="1" cy="5.12" r="2"/>\
                <circle cx="2" cy="5.12" r="2"/></g>
                """)
    }
}
