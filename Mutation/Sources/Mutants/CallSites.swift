import SwiftSyntax

/// What is asked of collections: first or last, any or all, contained or not.
extension SiteFinder {
  private static let opposites = [
    "min": "max", "max": "min", "first": "last", "last": "first", "firstIndex": "lastIndex",
    "lastIndex": "firstIndex", "dropFirst": "dropLast", "dropLast": "dropFirst", "prefix": "suffix",
    "suffix": "prefix", "union": "intersection", "intersection": "union",
  ]
  private static let predicates: Set<String> = [
    "allSatisfy", "contains", "count", "drop", "filter", "first", "firstIndex", "last", "lastIndex", "partition",
    "prefix", "removeAll",
  ]

  /// `a.first` and `a.first { … }`; a member without a base is a case of an enumeration.
  func addOpposite(_ node: MemberAccessExprSyntax) {
    guard let base = node.base, let other = Self.opposites[node.declName.baseName.text] else { return }
    let call = node.parent?.as(FunctionCallExprSyntax.self).flatMap { $0.calledExpression.id == node.id ? $0 : nil }
    let whole = scope(call.map { ExprSyntax($0) } ?? ExprSyntax(node), optional: isOptional(base))
    add(.opposite, whole, text(of: whole, replacing: range(of: node.declName.baseName), by: other))
  }

  func addCall(_ node: FunctionCallExprSyntax) {
    if let function = node.calledExpression.as(DeclReferenceExprSyntax.self) {
      let name = function.baseName
      if ["min", "max"].contains(name.text), let other = Self.opposites[name.text] {
        add(.opposite, node, text(of: node, replacing: range(of: name), by: other))
      }
      return
    }
    guard let member = node.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base else { return }
    addQuantifier(node, member, base)
    if member.declName.baseName.text == "contains", !isOptional(base) { add(.membership, node, "!" + text(of: node)) }
    if Self.predicates.contains(member.declName.baseName.text) { addPredicate(node) }
  }

  private func addQuantifier(_ node: FunctionCallExprSyntax, _ member: MemberAccessExprSyntax, _ base: ExprSyntax) {
    let name = member.declName.baseName
    let whole = scope(ExprSyntax(node), optional: isOptional(base))
    let argument = node.arguments.first
    switch (name.text, argument) {
    case ("allSatisfy", nil):
      add(.quantifier, whole, text(of: whole, replacing: range(of: name), by: "contains"))
    case ("allSatisfy", let argument?):
      let part = range(of: name).lowerBound..<range(of: argument).lowerBound
      add(.quantifier, whole, text(of: whole, replacing: part, by: "contains(where: "))
    case ("contains", nil):
      add(.quantifier, whole, text(of: whole, replacing: range(of: name), by: "allSatisfy"))
    case ("contains", let argument?) where argument.label?.text == "where":
      let part = range(of: name).lowerBound..<range(of: argument.expression).lowerBound
      add(.quantifier, whole, text(of: whole, replacing: part, by: "allSatisfy("))
    default: break
    }
  }

  private func addPredicate(_ node: FunctionCallExprSyntax) {
    if let closure = node.trailingClosure { addPredicate(closure) }
    for argument in node.arguments {
      if let closure = argument.expression.as(ClosureExprSyntax.self) {
        addPredicate(closure)
      } else if let path = argument.expression.as(KeyPathExprSyntax.self), path.root == nil {
        add(.condition, path, "{ !$0\(text(of: path.components)) }")
      }
    }
  }

  private func addPredicate(_ closure: ClosureExprSyntax) {
    if closure.statements.count == 1, case .expr(let condition)? = closure.statements.first?.item {
      addCondition(condition)
    }
  }

  // MARK: - Optional chains

  /// What to replace so that the type stays: in `a?.b.first.c` everything, otherwise the part alone.
  private func scope(_ part: ExprSyntax, optional: Bool) -> ExprSyntax {
    guard optional else { return part }
    var whole = part
    while let parent = whole.parent {
      if let member = parent.as(MemberAccessExprSyntax.self) {
        whole = ExprSyntax(member)
      } else if let call = parent.as(FunctionCallExprSyntax.self), call.calledExpression.id == whole.id {
        whole = ExprSyntax(call)
      } else if let call = parent.as(SubscriptCallExprSyntax.self), call.calledExpression.id == whole.id {
        whole = ExprSyntax(call)
      } else if let chain = parent.as(OptionalChainingExprSyntax.self) {
        whole = ExprSyntax(chain)
      } else {
        break
      }
    }
    return whole
  }

  private func isOptional(_ base: ExprSyntax) -> Bool {
    if base.is(OptionalChainingExprSyntax.self) { return true }
    if let member = base.as(MemberAccessExprSyntax.self) { return member.base.map(isOptional) ?? false }
    if let call = base.as(FunctionCallExprSyntax.self) { return isOptional(call.calledExpression) }
    if let call = base.as(SubscriptCallExprSyntax.self) { return isOptional(call.calledExpression) }
    return false
  }
}
