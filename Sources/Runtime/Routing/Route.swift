/// One line of a routing table.
public struct Route<Operation: Sendable>: Sendable {
  /// In capitals.
  public var method: String
  /// As in the contract: `/user/{user_id}`.
  public var path: String
  public var operation: Operation

  public init(_ method: String, _ path: String, _ operation: Operation) {
    self.method = method
    self.path = path
    self.operation = operation
  }
}

/// A path template cut at its slashes.
///
/// A slash at the end is left out, as it is of a request's path.
struct RouteTemplate: Equatable {
  enum Segment: Sendable, Equatable {
    /// Percent-decoded.
    case literal([UInt8])
    case parameter
    case mixed([Piece])
  }

  /// A part of a segment such as `{name}.{extension}`.
  enum Piece: Sendable, Equatable {
    /// Percent-decoded.
    case literal([UInt8])
    case parameter
  }

  let segments: [Segment]

  init(_ path: String) {
    var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.first?.isEmpty == true { parts.removeFirst() }
    if parts.last?.isEmpty == true { parts.removeLast() }
    segments = parts.map { Self.segment(Array($0)) }
  }

  private static func segment(_ text: [UInt8]) -> Segment {
    let pieces = pieces(text)
    switch pieces.first {
    case nil: return .literal([])
    case .parameter? where pieces.count == 1: return .parameter
    case .literal(let bytes)? where pieces.count == 1: return .literal(bytes)
    default: return .mixed(pieces)
    }
  }

  /// A brace without its partner is a literal.
  private static func pieces(_ text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { pieces.append(literal(rest[..<open])) }
      pieces.append(.parameter)
      rest = rest[(close + 1)...]
    }
    if !rest.isEmpty { pieces.append(literal(rest)) }
    return pieces
  }

  private static func literal(_ bytes: ArraySlice<UInt8>) -> Piece {
    .literal(PercentCoding.decodedBytes(bytes) ?? Array(bytes))
  }
}
