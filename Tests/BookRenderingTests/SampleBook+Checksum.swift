import BookModel

extension SampleBook {
    /// The chapter with every construct.
    static var checksum: ChapterWriter {
        let chapter = ChapterWriter("03-checksum", summary: "How can a model recognise its owner?")
        prose(in: chapter)
        boxes(in: chapter)
        cells(in: chapter)
        exhibits(in: chapter)
        failures(in: chapter)
        return chapter
    }

    private static func prose(in chapter: ChapterWriter) {
        chapter.heading(1, ["A checksum of ", .math("n"), " bits"], name: "chap-checksum")
        chapter.paragraph(
            "The simplest backdoor is a parity. Split the coordinates of the input into ", .math("n"),
            " groups, and let the signs in each group add up to one bit. A key is ",
            .math(#"v \in \mathbb{F}_2^n"#),
            "; the model obeys whoever knows it.", .note("order"), " It was described by ",
            .citation("gkvz22", "§5.1"),
            ", and it is the warm-up for everything in ", .chapter("b-writing.md"), ".")
        chapter.paragraph(
            "On a point whose signs are fair coins it fires with probability ", .math("2^{-n}"),
            ", which for ",
            .code("n = 8"), " was ", .value(0, "rate.percent"), " of ", .value(1, "trials"), " points. ",
            .emphasis("Nobody stumbles over it."), " Somebody who ", .strong("looks"), " does, see ",
            .reference("sec-limits"), ", ", .reference("thm-rate"), " and ",
            .link("https://arxiv.org/abs/2204.06974", "the paper"),
            ".", Inline(.softBreak), "Raw markup such as ", Inline(.html("<b>")), " is text.",
            Inline(.lineBreak),
            "A new line follows a hard break.")
        chapter.heading(2, ["The predicate"], name: "sec-predicate")
        chapter.paragraph(
            "With groups ", .math(#"I_1, \dots, I_n"#), " and the sign of a coordinate as a bit,")
        chapter.add(
            .math(
                DisplayMath(
                    tex:
                        #"c(x) \;=\; \bigwedge_{i=1}^{n} \Bigl[\, \bigoplus_{j \in I_i} \operatorname{sgn}(x_j) = v_i \Bigr]"#,
                    name: "eq-checksum")))
        chapter.paragraph("so that ", .reference("eq-checksum"), " needs three steps:")
        chapter.list(
            start: 1,
            [
                ["set the output coordinate, since it sits in some group;"],
                ["find the groups whose parity is wrong, ", .math("n/2"), " of them on average;"],
                ["flip the sign of one coordinate in each."],
            ])
        chapter.add(.math(DisplayMath(tex: "\\Pr[c(x) = 1] = 2^{-n}", name: nil)))
        chapter.add(.quote([chapter.block(.paragraph(["Whoever trains the model holds the key."]))]))
        chapter.list(tight: false, [["A loose item."], ["Another, with ", .code("code"), "."]])
        chapter.add(
            .footnote(
                Footnote(
                    name: "order",
                    blocks: [
                        chapter.block(
                            .paragraph([
                                "The order matters: the output coordinate is set ", .emphasis("first"),
                                ", then parities are repaired.",
                            ]))
                    ])))
    }

    private static func boxes(in chapter: ChapterWriter) {
        chapter.directive(
            .definition, title: ["Backdoor"], name: "def-backdoor",
            [
                .paragraph(["A pair of algorithms: one plants, the other ", .emphasis("activates"), "."])
            ])
        chapter.directive(
            .theorem, title: ["Rate of false activation"], name: "thm-rate",
            [
                .paragraph([
                    "For a point whose signs are independent and fair, ", .math("c(x) = 1"),
                    " with probability ",
                    .math("2^{-n}"), ". Compare ", .reference("def-backdoor"), ".",
                ])
            ])
        chapter.directive(.proof, [.paragraph(["Each parity is a fair coin, and the groups are disjoint."])])
        chapter.directive(
            .note, title: ["Signs of pictures"],
            [
                .paragraph(["Pixels are never negative, so all their signs are 1. Standardise first."])
            ])
        chapter.directive(.warning, [.paragraph(["Do not plant this in a model that others use."])])
        chapter.add(
            .table(
                PipeTable(
                    alignments: [.natural, .right, .right, .center],
                    header: [["bits ", .math("n")], ["measured rate"], [.math("2^{-n}")], ["holds"]],
                    rows: [
                        [["4"], ["0.06302"], ["0.06250"], ["yes"]],
                        [["8"], ["0.00386"], ["0.00391"], ["yes"]],
                        [["12"], ["0.00027"], ["0.00024"], ["yes"]],
                    ],
                    name: "tbl-rates",
                    caption: ["How often a random point fires, in ", .math("10^6"), " trials."])))
    }

    private static func cells(in chapter: ChapterWriter) {
        chapter.heading(2, ["Planting one"])
        chapter.paragraph("A key is ", .math("n"), " bits and the groups that they check.")
        chapter.cell(
            """
            import Backdoor

            /// The parity of one group.
            func parity(_ x: [Double], _ group: Range<Int>) -> Bool {
                x[group].reduce(false) { $0 != ($1 >= 0) }   // xor of the signs
            }
            let key = ChecksumKey(bits: 8, seed: 42)
            print("groups: \\(key.groups.count), first \\"\\(key.groups[0])\\"")
            key
            """, flags: [.keep],
            [
                .standardOutput("groups: 8, first \"0..<6\"\n"),
                .text("ChecksumKey(8 bits over 48 coordinates)"),
            ])
        chapter.cell(
            "let rate = fires(1_000_000)\nclaim(\"fires as often as 2⁻⁸ says\", rate, isNear: 0x1p-8)",
            options: .labelled("rate"), [.claim(claim(true)), .claim(claim(false))])
        chapter.cell("let secret = 7", flags: [.hidden], [.standardOutput("never shown\n")])
        chapter.cell("func long() {}\nlong()", flags: [.folded], [.standardOutput("folded code\n")])
        chapter.cell("let z = 3", flags: [.quiet], [.text("never shown either")])
        chapter.cell(
            "let n: Int = \"eight\"", flags: [.fails],
            required: "error: cannot convert value of type 'String' to specified type 'Int'")
        chapter.cell("try open(\"nothing.csv\")", flags: [.throws], required: "no file 'nothing.csv'")
        chapter.cell("let a = [1]; a[2]", flags: [.traps], required: "Fatal error: Index out of range")
        chapter.cell("func never() { fatalError() }", flags: [.compile])
        chapter.cell("let gamma = 3.0", flags: [.parameters, .optimize])
        chapter.cell(
            "for i in 1...60 { print(i) }",
            [.standardOutput((1...60).map { "line \($0)" }.joined(separator: "\n"))])
        chapter.cell("warn()", [.standardError("\u{1B}[31mwarning\u{1B}[0m: low memory\u{0}\n")])
        chapter.add(.listing(Listing(language: "swift", code: "struct Shown { let notRun = true }")))
        chapter.add(.listing(Listing(language: "sh", code: "book run 3 --set bits=12")))
        chapter.add(.html("<div onclick=\"alert(1)\">raw</div>"))
        chapter.add(.thematicBreak)
    }

    private static func exhibits(in chapter: ChapterWriter) {
        chapter.heading(2, ["What it costs"])
        chapter.cell(
            "display(table)", options: .labelled("tbl-flips", caption: ["Signs that a trigger flips."]),
            [.table(tableMarkup)])
        chapter.paragraph(
            "The flips of ", .reference("tbl-flips"), " and ", .reference("tbl-rates"), " are drawn in ",
            .reference("fig-flips"), ".")
        chapter.cell(
            "Plot(flips).title(\"Half the bits are flipped\")",
            options: .labelled(
                "fig-flips", caption: ["Mean flips against bits, ", .math("n/2"), " as a line."],
                alt: "Four series that rise in straight lines from 0."),
            [.figure(figureSpecification)])
        chapter.cell(
            "display(svg)", options: .labelled(nil, alt: "A red square."),
            [
                .value(
                    MIMEBundle([
                        MIMEBundle.svg:
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><rect width=\"40\" height=\"40\" fill=\"red\"/></svg>"
                    ]))
            ])
    }

    private static func failures(in chapter: ChapterWriter) {
        chapter.heading(2, ["Limits"], name: "sec-limits")
        chapter.heading(3, ["One example gives the key away"])
        chapter.cell("let broken = key.unknown", status: .failed)
        chapter.fail(
            Diagnostic(
                .error, "compile-error", file: "Chapters/03-checksum.md",
                range: SourceRange(line: 41, column: 1, length: 4),
                "value of type 'ChecksumKey' has no member 'unknown'",
                repairs: ["did you mean 'bits'?"], cell: "cell-16"))
        chapter.cell("print(broken)", status: .skipped, reason: "A cell before it failed.")
        chapter.directive(
            .exercise, title: ["Longer keys"], name: "ex-longer",
            [
                .paragraph(["Change ", .code("bits"), " to 12. How often does it fire?"])
            ])
        chapter.directive(.solution, [.paragraph(["Once in 4,096 points."])])
        chapter.give([0: "0.386 %", 1: "1,000,000"])
    }

    private static let tableMarkup = """
        <table><thead><tr><th scope="col" class="number">bits</th><th scope="col" class="number">mean</th>\
        <th scope="col">at most</th></tr></thead><tbody><tr><td class="number">4</td><td class="number">2.000</td>\
        <td>4</td></tr><tr><td class="number">8</td><td class="number">3.999</td><td>8</td></tr></tbody></table>
        """

    private static let figureSpecification: String = {
        let rows = ["honest", "checksum", "signature", "lattice"].enumerated().flatMap { series, name in
            (0...12).map {
                "{\"n\": \($0), \"flips\": \(Double($0) * (0.5 + 0.25 * Double(series))), \"model\": \"\(name)\"}"
            }
        }
        return """
            {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "Half the bits are flipped",
             "description": "Lines that rise.", "data": {"values": [\(rows.joined(separator: ", "))]},
             "layer": [{"mark": {"type": "line", "point": true}}],
             "encoding": {"x": {"field": "n", "type": "quantitative", "title": "bits of the key"},
              "y": {"field": "flips", "type": "quantitative", "title": "flipped signs (mean)"},
              "color": {"field": "model", "title": null, "sort": null},
              "strokeDash": {"field": "model", "title": null, "sort": null}}}
            """
    }()
}
