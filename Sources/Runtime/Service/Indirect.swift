/// Keeps a property's value behind a reference, so that a type can contain itself.
///
/// The value is copied when it is changed, as if it stood in its place.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
  private let box: Box

  public init(wrappedValue: Value) {
    box = Box(wrappedValue)
  }

  public var wrappedValue: Value {
    get { box.value }
    set { self = Indirect(wrappedValue: newValue) }
  }

  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }
}
