import AccordYAML

extension Extensions {
  /// The Swift name that `x-accord-name` decides on by hand.
  var chosenName: String? { self[Self.nameKey]?.string }

  static let nameKey = "x-accord-name"
}

extension Schema {
  /// The Swift name decided on by hand: of the type for a component, of the property for a
  /// property's schema. Beside a `$ref` it is of what stands here, never of the target.
  package var chosenName: String? { extensions.chosenName }
}

extension Parameter {
  /// The Swift name decided on by hand.
  package var chosenName: String? { extensions.chosenName }
}

extension Operation {
  /// The Swift name of the function, decided on by hand; the namespace is called after it.
  package var chosenName: String? { extensions.chosenName }
}
