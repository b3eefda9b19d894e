import AccordModel

/// The local names of a codec, chosen so that no property has the same.
struct LocalNames {
  let json: Code
  let key: Code
  let members: Code

  init(_ structure: Structure) {
    let names = structure.fields.map(\.name.text)
    json = Code.name(["json", "jsonText"], unlike: names)
    key = Code.name(["key", "memberKey"], unlike: names)
    members = Code.name(["members", "memberCount"], unlike: names)
  }
}
