import ArgumentParser

/// The root of the command.
struct BookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Builds a book whose chapters are programs.",
        discussion: """
            A chapter is a Markdown file in Chapters/ whose Swift cells are compiled and run; its page shows what they \
            gave.

            Exit status: 0 all well, 1 the book has errors, 2 wrong use, 3 this machine lacks something.
            """,
        subcommands: [
            BuildCommand.self, RunCommand.self, CheckCommand.self, WhyCommand.self, AcceptCommand.self,
            ExportCommand.self,
            DoctorCommand.self,
        ])
}
