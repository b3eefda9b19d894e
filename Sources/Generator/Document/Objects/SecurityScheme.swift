package import AccordYAML

/// The security scheme object (4.8.27).
package struct SecurityScheme: Referable {
  package static let kindName = "a security scheme"
  package static let componentsKey = "securitySchemes"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.securitySchemes
  }

  package enum Kind: String, CaseIterable, Sendable, Hashable {
    case apiKey, http, mutualTLS, oauth2, openIdConnect
  }

  package let node: Node
  package let kind: Kind
  package let description: String?
  package let name: String?
  package let location: String?
  /// Of `http`: the scheme of the `Authorization` header as written, case-insensitive.
  package let scheme: String?
  package let bearerFormat: String?
  package let flows: Node?
  package let openIdConnectUrl: String?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    _ = object.requiredValue("type")
    kind = object.choice("type") ?? .http
    description = object.string("description")
    let isKey = kind == .apiKey
    name = isKey ? object.requiredString("name") : nil
    location = isKey ? object.requiredString("in") : nil
    scheme = kind == .http ? object.requiredString("scheme") : nil
    bearerFormat = kind == .http ? object.string("bearerFormat") : nil
    flows = kind == .oauth2 ? object.requiredValue("flows") : nil
    openIdConnectUrl = kind == .openIdConnect ? object.requiredString("openIdConnectUrl") : nil
    extensions = object.extensions()
  }
}
