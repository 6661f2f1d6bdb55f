/// Takes what a cell shows. Outside the engine: prints it as plain text.
enum ProgramRecorder {
    static func record(value: MIMEBundle) {
        print(value.text)
    }

    static func record(claim: Claim) {
        print(claim.text)
    }
}
