import AccordModel

/// Credentials that do not let anybody in.
struct CredentialCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] {
    switch operation.security {
    case .none: return []
    case .required(let names):
      return [missing, revoked].compactMap { $0 } + faults(of: subject.form)
        + names.dropFirst().compactMap(other)
    case .optional(let names):
      guard
        let form = names.lazy.compactMap({ subject.form.authenticated(by: $0, in: service) })
          .first
      else { return [] }
      return faults(of: form)
    }
  }

  private var missing: TestCase? {
    var form = subject.form
    form.authentication = .none
    return refusal(
      .credential, "credential/missing", "without a credential there is no access",
      rule: "security", form, status: 401)
  }

  /// Another scheme that gives access too.
  private func other(_ scheme: Identifier) -> TestCase? {
    subject.form.authenticated(by: scheme, in: service).map { form in
      testCase(
        .credential, "credential/with/\(scheme.text)", "\(scheme.text) gives access",
        rule: "security", form, expecting: subject.success())
    }
  }

  private func faults(of form: RequestForm) -> [TestCase] {
    applicableFaults.compactMap { fault in
      refusal(
        .credential, "credential/\(fault.rawValue)", "\(fault.words) gives no access",
        rule: "security", form, status: 401
      ) { $0.fault = fault }
    }
  }

  private var applicableFaults: [TestStep.Fault] {
    switch subject.scheme?.kind {
    case .bearer(let format) where format.lowercased() == "jwt": TestStep.Fault.allCases
    case .bearer, nil: [.malformed, .scheme]
    case .basic: [.malformed, .foreign, .scheme]
    }
  }

  /// A token that an operation, of this service or the one that issues the token, has ended.
  private var revoked: TestCase? {
    guard let token = service.chains.credentials.token(for: operation),
      let revocation = Revocation(of: token.variable, for: service)
    else { return nil }
    return refusal(
      .credential, "credential/revoked", "a token that is revoked gives no access",
      rule: "security", subject.form, after: [revocation.step], status: 401)
  }
}

extension TestStep.Fault {
  fileprivate var words: String {
    switch self {
    case .malformed: "what is no credential at all"
    case .foreign: "a credential that somebody else made"
    case .expired: "a token that has expired"
    case .unsigned: "a token without a signature"
    case .scheme: "another scheme"
    }
  }
}

extension Subject {
  /// The scheme of the credential that the operation asks for or takes.
  var scheme: SecurityScheme? {
    switch operation.security {
    case .none: nil
    case .required(let names), .optional(let names):
      names.lazy.compactMap { name in
        service.contract.securitySchemes.first { $0.name == name }
      }.first
    }
  }
}

extension RequestForm {
  /// The request with a credential of the scheme; nil if the contract does not have the scheme.
  fileprivate func authenticated(by scheme: Identifier, in service: Service) -> RequestForm? {
    let credentials = service.chains.credentials
    var form = self
    if let token = credentials.tokens.first(where: { $0.scheme.name == scheme }) {
      form.authentication = .bearer(token.variable.reference)
    } else if let account = credentials.accounts.first(where: { $0.name == scheme }) {
      form.authentication = .basic(
        username: "{{\(account.usernameVariable)}}", password: "{{\(account.passwordVariable)}}")
    } else {
      return nil
    }
    return form
  }
}
