import FoundationEssentials
import Hummingbird

// The answers that the two services share.

struct Health: ResponseEncodable {
  var status: String
}

struct Acknowledgement: ResponseEncodable {
  var message = "ok"

  enum CodingKeys: String, CodingKey {
    case message = "Message"
  }
}

/// DynamoDB's account of a request, as the Datastore contract has it.
struct ResponseMetadata: Encodable {
  var headers = [
    "connection": "keep-alive", "content-type": "application/x-amz-json-1.0", "server": "Server",
  ]
  var status = 200
  var requestID = UUID().uuidString
  var retryAttempts = 0

  enum CodingKeys: String, CodingKey {
    case headers = "HTTPHeaders"
    case status = "HTTPStatusCode"
    case requestID = "RequestId"
    case retryAttempts = "RetryAttempts"
  }
}

struct Changed: ResponseEncodable {
  var metadata = ResponseMetadata()

  enum CodingKeys: String, CodingKey {
    case metadata = "ResponseMetadata"
  }
}
