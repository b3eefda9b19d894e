import AccordModel

// Short ways to write the intermediate representation by hand.

let somewhere = Place(file: "spec/test.yaml", line: 1, column: 1)

func property(
  _ name: StaticString, _ wireName: String, _ shape: Shape, required: Bool = false,
  default value: Value? = nil, doc: String = "", indirect: Bool = false
) -> Property {
  Property(
    name: Identifier(name), wireName: wireName, shape: shape, isRequired: required,
    defaultValue: value, documentation: Documentation(description: doc), isIndirect: indirect,
    xml: XMLMember(name: wireName), place: somewhere)
}

func structure(
  _ name: StaticString, doc: String = "", _ properties: [Property],
  additional: AdditionalMembers = .ignored, rules: ObjectRules = ObjectRules()
) -> TypeDeclaration {
  type(
    name, doc: doc,
    .structure(Structure(properties: properties, additional: additional, rules: rules)))
}

func type(_ name: StaticString, doc: String = "", _ kind: TypeDeclaration.Kind) -> TypeDeclaration {
  TypeDeclaration(
    name: TypeName(Identifier(name)), documentation: Documentation(description: doc), kind: kind,
    xmlName: "\(name)", place: somewhere)
}

func declared(_ name: StaticString) -> Shape { .declared(TypeName(Identifier(name))) }

func parameter(
  _ name: StaticString, _ wireName: String, _ location: Parameter.Location, _ shape: Shape,
  required: Bool = false, default value: Value? = nil, doc: String = ""
) -> Parameter {
  Parameter(
    name: Identifier(name), wireName: wireName, location: location, shape: shape,
    isRequired: required, defaultValue: value, documentation: Documentation(description: doc),
    place: somewhere)
}

func content(
  _ shape: Shape, xmlName: String = "", _ representations: (String, Representation.Codec)...
)
  -> Content
{
  let all = representations.isEmpty ? [("application/json", .json)] : representations
  return Content(
    shape: shape, representations: all.map { Representation(mediaType: $0.0, codec: $0.1) },
    xmlName: xmlName)
}

func response(
  _ status: Int, _ name: StaticString, _ doc: String = "", headers: [ResponseHeader] = [],
  _ content: Content? = nil
) -> Response {
  Response(
    status: status, name: Identifier(name), documentation: Documentation(description: doc),
    headers: headers, content: content, place: somewhere)
}

func problem(_ status: Int, _ name: StaticString, _ doc: String = "") -> Response {
  response(status, name, doc, content(declared("Problem"), ("application/problem+json", .json)))
}

func path(_ text: String) -> PathTemplate {
  let parts = text.split(separator: "/").map(String.init)
  let segments: [PathTemplate.Segment] = parts.map { part in
    part.first == "{" ? .parameter(String(part.dropFirst().dropLast())) : .literal(part)
  }
  return PathTemplate(text: text, segments: segments)
}
