import AccordYAML
import ArgumentParser
import Foundation

/// Shows all problems and yields the error that ends the command with status 1.
func report(_ problems: Diagnostics) -> ExitCode {
  printToStandardError(problems.description)
  return .failure
}

func printToStandardError(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}
