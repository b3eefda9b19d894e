/// A file that an emitter made.
package struct OutputFile: Sendable, Hashable {
  /// Relative to the output folder, with `/` between folders; safe on every file system.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
