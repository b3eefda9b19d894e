package import AccordModel

/// Turns a contract into files. Total, pure and deterministic: the same contract gives the same
/// bytes.
package protocol Emitter: Sendable {
  func files(for contract: Contract) -> [OutputFile]
}
