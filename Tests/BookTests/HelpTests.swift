import Foundation
import Testing

@Suite("--help")
struct HelpTests {
    @Test("golden file", arguments: ["book", "build", "run", "check", "accept", "export", "doctor"])
    func saysWhatTheCommandTakes(_ command: String) throws {
        let process = try BookProcess.run(command == "book" ? ["--help"] : [command, "--help"])
        #expect(process.status == 0)
        #expect(process.errors.isEmpty)
        try expectGolden(process.output, FixtureBook.folder("help", command + ".txt"))
    }

    @Test(
        "wrong use",
        arguments: [
            (["bild"], "Error: Unexpected argument 'bild'"),
            (["build", "--strickt"], "Error: Unknown option '--strickt'. Did you mean '--strict'?"),
            (["build", "--jobs", "0"], "Error: --jobs takes a number from 1 on, not 0."),
            (["build", "--jobs", "many"], "Error: The value 'many' is invalid for '--jobs <n>'"),
            (["build", "--root"], "Error: Missing value for '--root <dir>'"),
            (["accept", "--dry"], "Error: Unknown option '--dry'"),
            (["run"], "Error: Missing expected argument '<chapter>'"),
            (
                ["run", "8", "--set", "gamma"],
                "Error: --set takes name=value, such as --set gamma=3, not 'gamma'."
            ),
            (["run", "8", "--set", "a=1", "--set", "a=2"], "Error: --set a is given twice."),
            (["export"], "Error: Missing expected argument '<format>'"),
            (["export", "epup"], "Error: There is no format 'epup'. Did you mean 'epub'?"),
            (
                ["export", "docx"],
                "Error: There is no format 'docx'. The formats are html, pdf, epub, ipynb, markdown."
            ),
        ])
    func wrongUseNamesTheOptionAndEndsWithStatus2(_ arguments: [String], _ message: String) throws {
        let process = try BookProcess.run(arguments)
        #expect(process.status == 2)
        #expect(process.output.isEmpty)
        let lines = process.errors.split(separator: "\n").map(String.init)
        #expect(lines.contains(message), "\(process.errors)")
        #expect(lines.contains { $0.hasPrefix("Usage: book") }, "\(process.errors)")
    }
}
