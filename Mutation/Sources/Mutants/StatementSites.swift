import SwiftSyntax

/// Conditions, statements, and what a function returns.
extension SiteFinder {
  private static let assertions: Set<String> = [
    "precondition", "preconditionFailure", "assert", "assertionFailure", "fatalError",
  ]

  func isAssertion(_ node: FunctionCallExprSyntax) -> Bool {
    node.calledExpression.as(DeclReferenceExprSyntax.self).map { Self.assertions.contains($0.baseName.text) } ?? false
  }

  /// Not where another change is the same: a comparison, a negation and a truth value have their own.
  func addCondition(_ node: ExprSyntax) {
    if node.is(BooleanLiteralExprSyntax.self) { return }
    if node.as(PrefixOperatorExprSyntax.self)?.operator.text == "!" { return }
    if let infix = node.as(InfixOperatorExprSyntax.self),
      let name = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text, Self.comparisons.contains(name)
    {
      return
    }
    let call = node.is(FunctionCallExprSyntax.self) || node.is(MemberAccessExprSyntax.self)
    let isPlain = call || node.is(DeclReferenceExprSyntax.self)
    add(.condition, node, isPlain ? "!" + text(of: node) : "!(" + text(of: node) + ")")
  }

  // MARK: - Statements

  /// A call whose value nobody uses is there for its effect.
  func addStatement(_ node: CodeBlockItemSyntax) {
    guard case .expr(var expression) = node.item else { return }
    if let attempt = expression.as(TryExprSyntax.self) { expression = attempt.expression }
    guard let call = expression.as(FunctionCallExprSyntax.self), !isAssertion(call), !isValue(node) else { return }
    let called = text(of: call.calledExpression)
    if called.hasSuffix(".init") { return }
    add(.call, node, "", form: .statement)
  }

  func addJump(_ node: some StmtSyntaxProtocol, labelled: Bool, mutant: String, keyword: TokenSyntax) {
    guard labelled || innermostIsLoop(Syntax(node)) else { return }
    add(.jump, node, text(of: node, replacing: range(of: keyword), by: mutant), form: .statement)
  }

  private func innermostIsLoop(_ node: Syntax) -> Bool {
    var next = node.parent
    while let parent = next {
      if parent.is(ForStmtSyntax.self) || parent.is(WhileStmtSyntax.self) || parent.is(RepeatStmtSyntax.self) {
        return true
      }
      if parent.is(SwitchExprSyntax.self) || parent.is(ClosureExprSyntax.self) { return false }
      next = parent.parent
    }
    return false
  }

  /// The statements of a case left out, unless they leave the switch or are its value.
  func addBody(_ node: SwitchCaseSyntax) {
    guard let first = node.statements.first, let last = node.statements.last else { return }
    switch last.item {
    case .stmt(let statement):
      if statement.is(ForStmtSyntax.self) || statement.is(WhileStmtSyntax.self) { break }
      guard let expression = statement.as(ExpressionStmtSyntax.self)?.expression else { return }
      guard expression.is(IfExprSyntax.self), !isValue(last) else { return }
    case .expr(let expression):
      let isEffect = expression.is(InfixOperatorExprSyntax.self) ? isAssignment(expression) : !isValue(last)
      // An initialiser that leaves `self` without a value is none.
      guard isEffect, !text(of: expression).hasPrefix("self = ") else { return }
    case .decl: return
    }
    add(.body, range(of: first).lowerBound..<range(of: last).upperBound, "", form: .statement)
  }

  private func isAssignment(_ node: ExprSyntax) -> Bool {
    guard let infix = node.as(InfixOperatorExprSyntax.self) else { return false }
    if infix.operator.is(AssignmentExprSyntax.self) { return true }
    guard let name = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !Self.comparisons.contains(name)
  }

  // MARK: - What is returned

  func addReturn(_ node: ReturnStmtSyntax) {
    if let value = node.expression { addEmpty(value, of: resultType(of: Syntax(node))) }
  }

  /// The only expression of a function's or property's body.
  func addImplicitReturn(_ node: CodeBlockItemSyntax) {
    guard case .expr(let value) = node.item, let list = node.parent?.as(CodeBlockItemListSyntax.self), list.count == 1,
      let owner = list.parent, owner.is(AccessorBlockSyntax.self) || owner.parent?.is(FunctionDeclSyntax.self) == true
    else { return }
    addEmpty(value, of: resultType(of: Syntax(node)))
  }

  private func addEmpty(_ value: ExprSyntax, of type: TypeSyntax?) {
    guard let type, let empty = emptyValue(of: type), text(of: value) != empty else { return }
    if value.is(IfExprSyntax.self) || value.is(SwitchExprSyntax.self) || value.is(BooleanLiteralExprSyntax.self) {
      return
    }
    add(.value, value, empty)
  }

  private func emptyValue(of type: TypeSyntax) -> String? {
    if type.is(OptionalTypeSyntax.self) { return "nil" }
    if type.is(ArrayTypeSyntax.self) { return "[]" }
    if type.is(DictionaryTypeSyntax.self) { return "[:]" }
    switch type.as(IdentifierTypeSyntax.self)?.name.text {
    case "Bool": return "false"
    case "Set", "Array": return "[]"
    default: return nil
    }
  }

  /// The type that the innermost function, property or closure around a node declares; nil if it declares none.
  private func resultType(of node: Syntax) -> TypeSyntax? {
    var next = node.parent
    while let parent = next {
      if let closure = parent.as(ClosureExprSyntax.self) { return closure.signature?.returnClause?.type }
      if let function = parent.as(FunctionDeclSyntax.self) { return function.signature.returnClause?.type }
      if let accessor = parent.as(AccessorDeclSyntax.self), accessor.accessorSpecifier.text != "get" { return nil }
      if let block = parent.as(AccessorBlockSyntax.self) {
        if let binding = block.parent?.as(PatternBindingSyntax.self) { return binding.typeAnnotation?.type }
        return block.parent?.as(SubscriptDeclSyntax.self)?.returnClause.type
      }
      if parent.is(InitializerDeclSyntax.self) || parent.is(DeinitializerDeclSyntax.self) { return nil }
      next = parent.parent
    }
    return nil
  }

  /// Whether a statement is the value of what it stands in: alone in a body that has a value.
  private func isValue(_ item: CodeBlockItemSyntax) -> Bool {
    guard let list = item.parent?.as(CodeBlockItemListSyntax.self), list.count == 1, let owner = list.parent else {
      return false
    }
    if let closure = owner.as(ClosureExprSyntax.self) { return !isForEach(closure) }
    if owner.is(AccessorBlockSyntax.self) { return true }
    if let branch = owner.as(SwitchCaseSyntax.self) {
      return branch.parent?.parent.map { isValueExpression($0) } ?? false
    }
    guard let holder = owner.parent else { return false }
    if let function = holder.as(FunctionDeclSyntax.self) { return function.signature.returnClause != nil }
    if holder.is(IfExprSyntax.self) { return isValueExpression(holder) }
    return false
  }

  /// Whether an `if` or `switch` is used as a value.
  private func isValueExpression(_ node: Syntax) -> Bool {
    guard let parent = node.parent else { return false }
    if parent.is(IfExprSyntax.self) { return isValueExpression(parent) }
    if let statement = parent.as(ExpressionStmtSyntax.self) {
      return statement.parent?.as(CodeBlockItemSyntax.self).map(isValue) ?? false
    }
    return parent.as(CodeBlockItemSyntax.self).map(isValue) ?? true
  }

  private func isForEach(_ closure: ClosureExprSyntax) -> Bool {
    let call = closure.parent?.as(FunctionCallExprSyntax.self)
    return call?.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text.hasPrefix("forEach") ?? false
  }
}
