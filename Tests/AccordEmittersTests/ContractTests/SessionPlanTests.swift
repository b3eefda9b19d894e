import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Contract tests with credentials") struct SessionPlanTests {
  @Test("a token is good until it is ended, and ends once")
  func sessionFlow() throws {
    let plan = try PlanOutline(sessionShop)
    #expect(plan.ids("flow") == ["logoff/flow/token"])
    #expect(
      plan.steps("logoff/flow/token") == [
        "login -> 200", "getOrders -> 200", "logoff -> 204", "getOrders -> 401", "logoff -> 401",
      ])
  }

  @Test("a credential is tried missing, spoilt in every way, and revoked")
  func credentials() throws {
    let plan = try PlanOutline(sessionShop)
    #expect(
      plan.ids("credential") == [
        "getOrders/credential/missing", "getOrders/credential/revoked",
        "getOrders/credential/malformed", "getOrders/credential/foreign",
        "getOrders/credential/expired", "getOrders/credential/unsigned",
        "getOrders/credential/scheme",
      ])
    #expect(plan.last("getOrders/credential/missing")?["credential"] == .null)
    #expect(
      plan.last("getOrders/credential/expired")?["credential"] == [
        "kind": "bearer", "value": "{{token}}", "fault": "expired",
      ])
    #expect(
      plan.steps("getOrders/credential/revoked") == [
        "login -> 200", "logoff -> 204", "getOrders -> 401",
      ])
  }

  @Test("a token that another service issues is fetched and ended there")
  func otherIssuer() throws {
    let plan = try PlanOutline(stock, named: "stock", beside: ["shop": sessionShop])
    #expect(
      plan.steps("getStock/credential/revoked") == [
        "login -> 200", "logoff -> 204", "getStock -> 401",
      ])
    let services = plan.testCase("getStock/credential/revoked")?["steps"]?.items?
      .compactMap { $0["service"]?.text }
    #expect(services == ["shop", "shop", "stock"])
    #expect(plan.plan["variables"] == [])
  }

  @Test("a token that nobody known issues is a variable of the plan")
  func unknownIssuer() throws {
    let plan = try PlanOutline(stock, named: "stock")
    #expect(plan.plan["variables"] == [["name": "token", "scheme": "Session"]])
    #expect(plan.testCase("getStock/credential/revoked") == nil)
    #expect(plan.unreached == ["getStock 401"])
  }

  @Test("bad tokens that nobody can make up are said")
  func opaqueToken() throws {
    let opaque = sessionShop.replacing(", bearerFormat: JWT", with: "")
    let plan = try PlanOutline(opaque)
    #expect(plan.testCase("getOrders/credential/expired") == nil)
    #expect(plan.unreached.filter { $0 == "getOrders 401" }.count == 1)
  }

  @Test("of several contracts that issue a token, the order does not choose")
  func issuers() throws {
    let shop = sessionShop
    let there = try PlanOutline(stock, named: "stock", beside: ["a": shop, "b": shop])
    let back = try PlanOutline(stock, named: "stock", beside: ["b": shop, "a": shop])
    #expect(there.plan == back.plan)
  }
}

private let security = """
  components:
    securitySchemes:
      Session: {type: http, scheme: bearer, bearerFormat: JWT}
    responses:
      Wrong: {description: It is wrong.}
  """

private let stock = """
  openapi: 3.1.0
  info: {title: Stock, version: '1'}
  paths:
    /stock:
      get:
        operationId: getStock
        security: [{Session: []}]
        responses:
          '204': {description: There is some.}
          '401': {$ref: '#/components/responses/Wrong'}
  \(security)
  """

/// A shop that one logs into and off.
let sessionShop = """
  openapi: 3.1.0
  info: {title: Shop, version: '1'}
  paths:
    /login:
      post:
        operationId: login
        responses:
          '200':
            description: Logged in.
            content:
              application/json:
                schema: {type: object, required: [token], properties: {token: {type: string}}}
            links:
              logoff: {operationId: logoff, requestBody: {token: '$response.body#/token'}}
    /logoff:
      post:
        operationId: logoff
        requestBody:
          required: true
          content:
            application/json:
              schema: {type: object, required: [token], properties: {token: {type: string}}}
        responses:
          '204': {description: Logged off.}
          '400': {$ref: '#/components/responses/Wrong'}
          '401': {$ref: '#/components/responses/Wrong'}
    /orders:
      get:
        operationId: getOrders
        security: [{Session: []}]
        responses:
          '200':
            description: The orders.
            content: {text/plain: {schema: {type: string}}}
          '401': {$ref: '#/components/responses/Wrong'}
  \(security)
  """
