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
    let isOrder = ordersElements(node)
    for (change, other) in Self.operators[token.text] ?? [] where !(isOrder && change == .boundary) {
      add(change, node, text(of: node, replacing: range(of: token), by: other))
    }
  }

  /// Whether it is the order of a `sorted`, `min` or `max`: what is equal has no order, so its boundary changes nothing but how
  /// the library sorts equals, which it leaves open.
  private func ordersElements(_ node: InfixOperatorExprSyntax) -> Bool {
    guard let list = node.parent?.parent?.as(CodeBlockItemListSyntax.self), list.count == 1,
      let closure = list.parent?.as(ClosureExprSyntax.self)
    else { return false }
    // Trailing, or an argument of `by`.
    let call = closure.parent?.as(LabeledExprSyntax.self)?.parent?.parent ?? closure.parent
    let member = call?.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)
    guard let function = member?.declName.baseName.text else { return false }
    return ["sorted", "sort", "min", "max"].contains(function)
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
