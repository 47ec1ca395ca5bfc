import SwiftOperators
import SwiftParser
import SwiftSyntax

extension Site {
  /// Every site of a file, in the order of its text; none twice.
  public static func all(in source: String, file: String) -> [Site] {
    let parsed = Parser.parse(source: source)
    // Operators stand in flat lists until they are folded; what cannot be folded stays flat and is left alone.
    let tree = OperatorTable.standardOperators.foldAll(parsed) { _ in }
    let finder = SiteFinder(file: file, bytes: Array(source.utf8), tree: tree)
    finder.walk(tree)
    return finder.sites
  }
}

/// Walks a folded tree; what it finds at each kind of node is in the extensions.
final class SiteFinder: SyntaxVisitor {
  private let file: String
  private let bytes: [UInt8]
  private let lines: SourceLocationConverter
  private var found: [Site] = []

  init(file: String, bytes: [UInt8], tree: Syntax) {
    self.file = file
    self.bytes = bytes
    lines = SourceLocationConverter(fileName: file, tree: tree)
    super.init(viewMode: .sourceAccurate)
  }

  /// In the order of the text, the wider first; two rules may find the same change.
  var sites: [Site] {
    var seen: Set<[String]> = []
    return found.filter { seen.insert(["\($0.range)", $0.mutant]).inserted }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element.range, right.element.range)
        return (a.lowerBound, b.upperBound, left.offset) < (b.lowerBound, a.upperBound, right.offset)
      }
      .map(\.element)
  }

  // MARK: - Text

  /// The bytes of a node without the blanks and comments around it.
  func range(of node: some SyntaxProtocol) -> Range<Int> {
    node.positionAfterSkippingLeadingTrivia.utf8Offset..<node.endPositionBeforeTrailingTrivia.utf8Offset
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func text(of node: some SyntaxProtocol) -> String { text(range(of: node)) }

  /// The text of a node in which a part of it is replaced.
  func text(of node: some SyntaxProtocol, replacing part: Range<Int>, by replacement: String) -> String {
    let whole = range(of: node)
    return text(whole.lowerBound..<part.lowerBound) + replacement + text(part.upperBound..<whole.upperBound)
  }

  func add(_ change: Change, _ node: some SyntaxProtocol, _ mutant: String, form: Site.Form = .expression) {
    add(change, range(of: node), mutant, form: form)
  }

  func add(_ change: Change, _ range: Range<Int>, _ mutant: String, form: Site.Form) {
    let line = lines.location(for: AbsolutePosition(utf8Offset: range.lowerBound)).line
    found.append(
      Site(
        file: file, line: line, range: range, form: form, change: change, original: text(range), mutant: mutant))
  }

  // MARK: - Left alone

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  /// Raw values must be literals.
  override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    node.name.text == "CodingKeys" ? .skipChildren : .visitChildren
  }

  // MARK: - Visits

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    addInfix(node)
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    addPrefix(node)
    return .visitChildren
  }

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    addNumber(node)
    return .visitChildren
  }

  override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    addTruth(node)
    return .visitChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    addOpposite(node)
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if isAssertion(node) { return .skipChildren }
    addCall(node)
    return .visitChildren
  }

  override func visit(_ node: ConditionElementSyntax) -> SyntaxVisitorContinueKind {
    if case .expression(let condition) = node.condition { addCondition(condition) }
    return .visitChildren
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
    addCondition(node.condition)
    return .visitChildren
  }

  override func visit(_ node: WhereClauseSyntax) -> SyntaxVisitorContinueKind {
    addCondition(node.condition)
    return .visitChildren
  }

  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
    addCondition(node.condition)
    return .visitChildren
  }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    addStatement(node)
    addImplicitReturn(node)
    return .visitChildren
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    addReturn(node)
    return .visitChildren
  }

  override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
    addJump(node, labelled: node.label != nil, mutant: "continue", keyword: node.breakKeyword)
    return .visitChildren
  }

  override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
    addJump(node, labelled: node.label != nil, mutant: "break", keyword: node.continueKeyword)
    return .visitChildren
  }

  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
    addBody(node)
    return .visitChildren
  }
}
