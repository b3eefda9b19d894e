/// What a schema demands of an integer.
public struct IntegerRules: Sendable {
  public var minimum: Int?
  public var maximum: Int?
  /// Below `Int.max`.
  public var exclusiveMinimum: Int?
  /// Above `Int.min`.
  public var exclusiveMaximum: Int?
  /// Above zero.
  public var multipleOf: Int?

  @inlinable
  public init(
    minimum: Int? = nil, maximum: Int? = nil, exclusiveMinimum: Int? = nil,
    exclusiveMaximum: Int? = nil, multipleOf: Int? = nil
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
    self.multipleOf = multipleOf
  }

  /// Every rule that a value breaks; empty if none.
  public func violations(of value: Int) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    if let minimum, value < minimum {
      broken.append(BrokenRule("minimum", "must be at least \(minimum)"))
    }
    if let maximum, value > maximum {
      broken.append(BrokenRule("maximum", "must be at most \(maximum)"))
    }
    if let exclusiveMinimum, value <= exclusiveMinimum {
      broken.append(BrokenRule("exclusiveMinimum", "must be greater than \(exclusiveMinimum)"))
    }
    if let exclusiveMaximum, value >= exclusiveMaximum {
      broken.append(BrokenRule("exclusiveMaximum", "must be less than \(exclusiveMaximum)"))
    }
    if let multipleOf, !Self.isMultiple(value, of: multipleOf) {
      broken.append(BrokenRule("multipleOf", "must be a multiple of \(multipleOf)"))
    }
    return broken
  }

  @inline(__always)
  func allows(_ value: Int) -> Bool {
    value >= minimum ?? Int.min && value <= maximum ?? Int.max
      && (exclusiveMinimum.map { value > $0 } ?? true)
      && (exclusiveMaximum.map { value < $0 } ?? true)
      && (multipleOf.map { Self.isMultiple(value, of: $0) } ?? true)
  }

  /// By magnitudes, because Int.min % -1 traps; `isMultiple` does not divide by zero.
  private static func isMultiple(_ value: Int, of step: Int) -> Bool {
    value.magnitude.isMultiple(of: step.magnitude)
  }
}

/// What a schema demands of a number.
public struct NumberRules: Sendable {
  public var minimum: Double?
  public var maximum: Double?
  public var exclusiveMinimum: Double?
  public var exclusiveMaximum: Double?
  /// Above zero. Compared as decimals, exactly: 0.3 is a multiple of 0.1.
  public var multipleOf: Double?
  /// Whether 32 bits of floating point have to hold it, rounded: `format: float`.
  public var isFloat: Bool

  @inlinable
  public init(
    minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
    exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, isFloat: Bool = false
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
    self.multipleOf = multipleOf
    self.isFloat = isFloat
  }

  /// Every rule that a value breaks, taken as the shortest decimal that reads back as it; empty if
  /// none.
  public func violations(of value: Double) -> [BrokenRule] {
    guard value.isFinite else { return [BrokenRule("type", "must be a finite number")] }
    return bounds(value) + (multipleOf.map { steps(ExactDecimal(value), $0) } ?? [])
  }

  /// As above, of a value as it was written.
  func violations(of value: Double, text: NumberText) -> [BrokenRule] {
    bounds(value) + (multipleOf.map { steps(ExactDecimal(text), $0) } ?? [])
  }

  @inline(__always)
  var isEmpty: Bool {
    minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil
      && multipleOf == nil && !isFloat
  }

  private func bounds(_ value: Double) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    if let minimum, value < minimum {
      broken.append(BrokenRule("minimum", "must be at least \(text(minimum))"))
    }
    if let maximum, value > maximum {
      broken.append(BrokenRule("maximum", "must be at most \(text(maximum))"))
    }
    if let exclusiveMinimum, value <= exclusiveMinimum {
      broken.append(
        BrokenRule("exclusiveMinimum", "must be greater than \(text(exclusiveMinimum))"))
    }
    if let exclusiveMaximum, value >= exclusiveMaximum {
      broken.append(BrokenRule("exclusiveMaximum", "must be less than \(text(exclusiveMaximum))"))
    }
    if isFloat, Float(value).isInfinite {
      broken.append(BrokenRule("format", "must be a number that 32 bits hold"))
    }
    return broken
  }

  private func steps(_ value: ExactDecimal, _ step: Double) -> [BrokenRule] {
    guard step.isFinite, !value.isMultiple(of: ExactDecimal(step)) else { return [] }
    return [BrokenRule("multipleOf", "must be a multiple of \(text(step))")]
  }

  /// As JSON writes it: 5, not 5.0.
  private func text(_ value: Double) -> String {
    String(decoding: JSONWriter.encode(value), as: UTF8.self)
  }
}
