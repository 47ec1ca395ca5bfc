import SwiftSyntax

/// Operators and literals.
extension SiteFinder {
  private static let operators: [String: [(Change, String)]] = [
    "<": [(.boundary, "<="), (.comparison, ">=")], "<=": [(.boundary, "<"), (.comparison, ">")],
    ">": [(.boundary, ">="), (.comparison, "<=")], ">=": [(.boundary, ">"), (.comparison, "<")],
    "==": [(.comparison, "!=")], "!=": [(.comparison, "==")],
    "&&": [(.connective, "||")], "||": [(.connective, "&&")],
    "+": [(.arithmetic, "-")], "-": [(.arithmetic, "+")], "*": [(.arithmetic, "/")], "/": [(.arithmetic, "*")],
    "%": [(.arithmetic, "*")], "&": [(.arithmetic, "|")], "|": [(.arithmetic, "&")],
    "<<": [(.arithmetic, ">>")], ">>": [(.arithmetic, "<<")], "&+": [(.arithmetic, "&-")],
    "&-": [(.arithmetic, "&+")], "..<": [(.range, "...")], "...": [(.range, "..<")],
  ]
  private static let assignments = ["+=": "-=", "-=": "+=", "*=": "/=", "/=": "*="]
  static let comparisons: Set<String> = ["<", "<=", ">", ">=", "==", "!="]

  func addInfix(_ node: InfixOperatorExprSyntax) {
    guard let token = node.operator.as(BinaryOperatorExprSyntax.self)?.operator else { return }
    if token.text == "??" { return add(.fallback, node, text(of: node.rightOperand)) }
    // Texts and arrays are joined, not added.
    if token.text.hasPrefix("+"), joins(node) { return }
    if let other = Self.assignments[token.text], node.parent?.is(CodeBlockItemSyntax.self) == true {
      add(.arithmetic, node, text(of: node, replacing: range(of: token), by: other), form: .statement)
    }
    for (change, other) in Self.operators[token.text] ?? [] {
      add(change, node, text(of: node, replacing: range(of: token), by: other))
    }
  }

  private func joins(_ node: InfixOperatorExprSyntax) -> Bool {
    [node.leftOperand, node.rightOperand].contains { operand in
      if operand.is(StringLiteralExprSyntax.self) || operand.is(ArrayExprSyntax.self) { return true }
      return operand.as(InfixOperatorExprSyntax.self).map(joins) ?? false
    }
  }

  func addPrefix(_ node: PrefixOperatorExprSyntax) {
    if node.operator.text == "!" { add(.negation, node, text(of: node.expression)) }
  }

  /// In a pattern too, where a number is compared; truth values there make a switch exhaustive.
  func addNumber(_ node: IntegerLiteralExprSyntax) {
    guard let value = Int(node.literal.text.filter { $0 != "_" }) else { return }
    add(.number, node, "\(value + 1)")
  }

  func addTruth(_ node: BooleanLiteralExprSyntax) {
    if inPattern(Syntax(node)) { return }
    add(.truth, node, node.literal.text == "true" ? "false" : "true")
  }

  private func inPattern(_ node: Syntax) -> Bool {
    var next = node.parent
    while let parent = next, !parent.is(CodeBlockItemSyntax.self) {
      if parent.is(ExpressionPatternSyntax.self) { return true }
      next = parent.parent
    }
    return false
  }
}
