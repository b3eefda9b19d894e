import AccordModel

/// The end of a token, by the operation that has it in its body.
struct Revocation {
  let service: Service
  let form: RequestForm

  /// Nil where no operation of the service, or of the one that issues the token, ends it.
  init?(of token: ChainVariable, for service: Service) {
    let issuer = service.issuers[token.name] ?? service
    let own = issuer.chains.credentials.tokens.map(\.variable).first {
      $0.value != nil && (issuer.baseURL != service.baseURL || $0 == token)
    }
    guard let own,
      let operation = issuer.contract.operations.first(where: {
        issuer.chains.ended(by: $0).contains(own)
      })
    else { return nil }
    self.service = issuer
    var form = RequestForm(operation, of: issuer)
    let member = form.body?.members?.first { $0.value == .string(own.reference) }
    guard let member else { return nil }
    form.body = form.body?.replacing(member.name, with: .string(token.reference))
    self.form = form
  }

  var step: TestStep {
    TestStep(form, of: service, expecting: .status(form.operation.success.status))
  }
}
