import Foundation
import Oracles

/// cfn-lint, AWS's own judge of templates.
struct Judge {
  private let python: Python

  /// Nil, with a word why, where there is none.
  static func find() -> Judge? {
    Python.find(importing: "cfnlint.runner").map(Judge.init)
  }

  /// The exit status, not 0 where there is a finding, and a line for each.
  func findings(in template: URL) throws -> (status: Int32, text: String) {
    try python.run(
      "import sys; from cfnlint.runner import main; sys.exit(main())",
      ["--non-zero-exit-code", "informational", "--format", "parseable", template.path])
  }
}
