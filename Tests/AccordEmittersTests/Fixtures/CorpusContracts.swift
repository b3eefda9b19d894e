import AccordDocument
import AccordModel
import AccordYAML
import Corpus
import Foundation
import Testing

/// None of the larger files is a contract that the compiler takes.
private let bytesMax = 100_000

/// The contracts of the corpus that the compiler takes, as OpenAPI 3.1; empty, with a word on
/// standard output, where there is no corpus.
func corpusContracts() -> [(file: URL, contract: Contract)] {
  guard let files = Corpus.contracts() else { return [] }
  let contracts = files.compactMap { file -> (URL, Contract)? in
    let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
    guard size ?? 0 <= bytesMax else { return nil }
    return contract(file).map { (file, $0) }
  }
  #expect(contracts.count > 10)
  return contracts
}

private func contract(_ file: URL) -> Contract? {
  let folder = file.deletingLastPathComponent()
  let document = try? ValidatedDocument(loading: file.lastPathComponent) {
    path throws(UnreadableFile) in
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
      throw UnreadableFile(reason: "no such file")
    }
    return Corpus.asVersion31(Array(data))
  }
  return document.map { Lowering.lower($0, named: "api") }
}
