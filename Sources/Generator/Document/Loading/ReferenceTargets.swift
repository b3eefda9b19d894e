/// What references point at, kind by kind.
package struct ReferenceTargets: Sendable {
  package internal(set) var schemas: [Identity: Referenced<Schema>] = [:]
  package internal(set) var parameters: [Identity: Referenced<Parameter>] = [:]
  package internal(set) var headers: [Identity: Referenced<Header>] = [:]
  package internal(set) var requestBodies: [Identity: Referenced<RequestBody>] = [:]
  package internal(set) var responses: [Identity: Referenced<Response>] = [:]
  package internal(set) var examples: [Identity: Referenced<Example>] = [:]
  package internal(set) var links: [Identity: Referenced<Link>] = [:]
  package internal(set) var securitySchemes: [Identity: Referenced<SecurityScheme>] = [:]
  package internal(set) var pathItems: [Identity: Referenced<PathItem>] = [:]
}
