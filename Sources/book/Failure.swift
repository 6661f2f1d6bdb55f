import BookBuilding
import BookExecution
import BookRendering

/// The exit statuses of the command.
enum ExitStatus: Int32 {
    case bookHasErrors = 1
    case wrongUse = 2
    case machineLacksSomething = 3
}

/// An end of the command that is not success.
struct Failure: Error {
    let status: ExitStatus
    /// What to say on the error stream; empty when everything is said already.
    let message: String

    init(_ status: ExitStatus, _ message: String = "") {
        self.status = status
        self.message = message
    }

    /// Runs `body` and gives each error of the engine its exit status.
    static func mapping<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as ExecutionError {
            throw Failure(status(of: error), error.description)
        } catch let error as UnknownName {
            throw Failure(.wrongUse, error.description)
        } catch let error as InvalidDate {
            throw Failure(.wrongUse, error.description)
        } catch let error as RenderingError {
            throw Failure(.machineLacksSomething, error.description)
        } catch let error as SiteWriteError {
            throw Failure(.machineLacksSomething, error.description)
        }
    }

    private static func status(of error: ExecutionError) -> ExitStatus {
        switch error {
        case .noChapters, .emptyChapters: .wrongUse
        case .modulesDoNotBuild: .bookHasErrors
        case .cannotStart, .cannotRead, .cannotWrite, .cannotConfine, .missing: .machineLacksSomething
        }
    }
}
