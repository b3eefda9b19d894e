import AccordEmitters
import AccordYAML
import ArgumentParser
import Foundation

/// Runs a command's work. What goes wrong is shown, and the command ends with status 1.
func reportingFailure(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let problems as Diagnostics {
    throw failure(problems.description)
  } catch let problem as TableProblem {
    throw failure(problem.description)
  } catch let problem as OutputFailure {
    throw failure("error: \(problem.description)\n")
  }
}

private func failure(_ text: String) -> ExitCode {
  FileHandle.standardError.write(Data(text.utf8))
  return .failure
}
