/// The names of general categories and binary properties, as ECMA-262 tables 66 to 68 list them.
extension UnicodeProperty {
  static let longNames: [String: String] = {
    var names: [String: String] = [:]
    for line in categoryNames.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { names[word] = words[0] }
    }
    return names
  }()

  private static let categoryNames = """
    C Other
    Cc Control cntrl
    Cf Format
    Cn Unassigned
    Co Private_Use
    Cs Surrogate
    L Letter
    Ll Lowercase_Letter
    Lm Modifier_Letter
    Lo Other_Letter
    Lt Titlecase_Letter
    Lu Uppercase_Letter
    LC Cased_Letter
    M Mark Combining_Mark
    Mc Spacing_Mark
    Me Enclosing_Mark
    Mn Nonspacing_Mark
    N Number
    Nd Decimal_Number digit
    Nl Letter_Number
    No Other_Number
    P Punctuation punct
    Pc Connector_Punctuation
    Pd Dash_Punctuation
    Pe Close_Punctuation
    Pf Final_Punctuation
    Pi Initial_Punctuation
    Po Other_Punctuation
    Ps Open_Punctuation
    S Symbol
    Sc Currency_Symbol
    Sk Modifier_Symbol
    Sm Math_Symbol
    So Other_Symbol
    Z Separator
    Zl Line_Separator
    Zp Paragraph_Separator
    Zs Space_Separator
    """

  static func shortName(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }

  static let binaryProperties: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = [
    "Alphabetic": { $0.isAlphabetic }, "Alpha": { $0.isAlphabetic },
    "Uppercase": { $0.isUppercase }, "Upper": { $0.isUppercase },
    "Lowercase": { $0.isLowercase }, "Lower": { $0.isLowercase },
    "White_Space": { $0.isWhitespace }, "space": { $0.isWhitespace },
    "Cased": { $0.isCased }, "Dash": { $0.isDash }, "Diacritic": { $0.isDiacritic },
    "ASCII_Hex_Digit": { $0.isASCIIHexDigit }, "AHex": { $0.isASCIIHexDigit },
    "Hex_Digit": { $0.isHexDigit }, "Hex": { $0.isHexDigit },
    "Ideographic": { $0.isIdeographic }, "Ideo": { $0.isIdeographic },
    "ID_Start": { $0.isIDStart }, "IDS": { $0.isIDStart },
    "ID_Continue": { $0.isIDContinue }, "IDC": { $0.isIDContinue },
    "XID_Start": { $0.isXIDStart }, "XIDS": { $0.isXIDStart },
    "XID_Continue": { $0.isXIDContinue }, "XIDC": { $0.isXIDContinue },
    "Math": { $0.isMath }, "Emoji": { $0.isEmoji },
    "Emoji_Presentation": { $0.isEmojiPresentation }, "EPres": { $0.isEmojiPresentation },
    "Emoji_Modifier": { $0.isEmojiModifier }, "EMod": { $0.isEmojiModifier },
    "Emoji_Modifier_Base": { $0.isEmojiModifierBase }, "EBase": { $0.isEmojiModifierBase },
    "Quotation_Mark": { $0.isQuotationMark }, "QMark": { $0.isQuotationMark },
    "Variation_Selector": { $0.isVariationSelector }, "VS": { $0.isVariationSelector },
    "Noncharacter_Code_Point": { $0.isNoncharacterCodePoint },
    "Default_Ignorable_Code_Point": { $0.isDefaultIgnorableCodePoint },
  ]
}
